//! JSON Schema as far as `report.schema.json` uses it. Keywords that it does not know are mistakes, so that none is passed over.

use serde_json::Value;

/// The schema that is committed.
pub(crate) fn schema() -> Value {
    serde_json::from_str(include_str!("../../src/render/report.schema.json")).unwrap()
}

/// Where `value` departs from `schema`.
pub(crate) fn problems(schema: &Value, value: &Value) -> Vec<String> {
    let mut out = Vec::new();
    check(schema, schema, value, "$", &mut out);
    out
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, out: &mut Vec<String>) {
    for (keyword, wanted) in schema.as_object().unwrap() {
        let is = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "additionalProperties" => true,
            "$ref" => {
                let path = wanted.as_str().unwrap().strip_prefix('#').unwrap();
                check(root, root.pointer(path).unwrap(), value, at, out);
                true
            }
            "type" => match wanted {
                Value::Array(types) => types.iter().any(|t| has_type(value, t.as_str().unwrap())),
                one => has_type(value, one.as_str().unwrap()),
            },
            "enum" => wanted.as_array().unwrap().contains(value),
            "const" => wanted == value,
            "minimum" => value.as_f64().is_none_or(|n| n >= wanted.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|n| n <= wanted.as_f64().unwrap()),
            "minLength" => value.as_str().is_none_or(|s| s.chars().count() as u64 >= wanted.as_u64().unwrap()),
            "uniqueItems" => value.as_array().is_none_or(|list| (0..list.len()).all(|n| !list[..n].contains(&list[n]))),
            "items" => {
                for (n, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, wanted, item, &format!("{at}[{n}]"), out);
                }
                true
            }
            "required" => value.as_object().is_none_or(|v| wanted.as_array().unwrap().iter().all(|k| v.contains_key(k.as_str().unwrap()))),
            "properties" => {
                let known = wanted.as_object().unwrap();
                assert_eq!(schema["additionalProperties"], Value::Bool(false), "{at}: an object is not closed");
                for (key, inner) in value.as_object().into_iter().flatten() {
                    match known.get(key) {
                        Some(schema) => check(root, schema, inner, &format!("{at}.{key}"), out),
                        None => out.push(format!("{at} has a key `{key}`")),
                    }
                }
                true
            }
            other => panic!("{at}: the keyword `{other}` is not known"),
        };
        if !is {
            out.push(format!("{at} is {value}, against {keyword} {wanted}"));
        }
    }
}

fn has_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("the type `{other}` is not known"),
    }
}
