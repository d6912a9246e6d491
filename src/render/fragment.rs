//! Addresses of passages: text fragments (`#:~:text=`, WICG, *Scroll to Text Fragment*), which take a browser to words of a page.

/// The most words of a passage that are given whole; of a longer one the first and the last are.
const MOST_WHOLE: usize = 8;
const AT_EACH_END: usize = 4;

/// Whether `url` is an address of the web that can stand in a document as it is.
pub fn is_web(url: &str) -> bool {
    let web = url.starts_with("https://") || url.starts_with("http://");
    web && url.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '\'' | '`' | '\\' | '(' | ')' | '|' | '[' | ']'))
}

/// The address, on the page `url`, of a passage, of which `pieces` are the words that are known, in order; a browser looks for each piece
/// within one paragraph. None for what browsers do not search in, such as PDF.
pub fn find_passage(url: &str, pieces: &[&str]) -> Option<String> {
    let url = url.trim();
    let path = url.split(['?', '#']).next().unwrap_or(url);
    if !is_web(url) || url.contains(":~:") || path.to_ascii_lowercase().ends_with(".pdf") {
        return None;
    }
    let mark = if url.contains('#') { "" } else { "#" };
    let start: Vec<&str> = pieces.first()?.split_whitespace().collect();
    let end: Vec<&str> = pieces.last()?.split_whitespace().collect();
    let text = if pieces.len() == 1 && start.len() <= MOST_WHOLE {
        encode(&start)
    } else {
        let end = end.get(end.len().saturating_sub(AT_EACH_END)..).unwrap_or(&end);
        format!("{},{}", encode(start.get(..AT_EACH_END).unwrap_or(&start)), encode(end))
    };
    Some(format!("{url}{mark}:~:text={text}"))
}

/// Words in percent-encoding: every sign that means something in an address or in a text fragment.
fn encode(words: &[&str]) -> String {
    let mut out = String::new();
    for byte in words.join(" ").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
