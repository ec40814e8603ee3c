//! The order in which sources come makes no difference to what the record says.

use std::collections::BTreeMap;
use std::path::PathBuf;

use redress::public::Kind;
use serde_json::Value;

use super::world::{World, demo};

/// Every standing record by kind and key, without numbers that are given in order of arrival.
async fn records(world: &World) -> BTreeMap<String, Value> {
    let register = world.place().register().await.expect("a register");
    let mut found = BTreeMap::new();
    let mut at = 0;
    loop {
        let rows = register.log_after(at, 500).await.expect("the log");
        let Some(last) = rows.last().and_then(|r| r.publication()) else { break };
        at = last.seq;
        for publication in rows
            .iter()
            .filter_map(|r| r.publication())
            .filter(|p| matches!(p.kind, Kind::Item | Kind::Meeting | Kind::Body | Kind::Case | Kind::Member))
        {
            let standing = register.record(publication.kind, &publication.key).await.expect("read").expect("standing");
            let mut value = serde_json::to_value(standing.record).expect("JSON");
            strip(&mut value);
            found.insert(format!("{}/{}", publication.kind.word(), publication.key), value);
        }
    }
    found
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for name in ["decision_number", "issue", "source", "provenance"] {
                fields.remove(name);
            }
            if fields.get("number").is_some_and(Value::is_u64) {
                fields.remove("number");
            }
            fields.values_mut().for_each(strip);
        }
        Value::Array(values) => values.iter_mut().for_each(strip),
        _ => {}
    }
}

#[tokio::test]
async fn forwards_and_backwards_make_the_same_record() {
    let mut files: Vec<PathBuf> = std::fs::read_dir(demo()).expect("the demo").map(|e| e.expect("a file").path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e != "md"));
    files.sort();
    let mut told = Vec::new();
    for backwards in [false, true] {
        if backwards {
            files.reverse();
        }
        let world = World::new().await;
        let mut arguments = vec!["import"];
        arguments.extend(files.iter().map(|f| f.to_str().expect("a path")));
        world.done(&arguments);
        told.push(records(&world).await);
    }
    let (forwards, backwards) = (&told[0], &told[1]);
    let keys = |m: &BTreeMap<String, Value>| m.keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(forwards), keys(backwards));
    for (key, record) in forwards {
        assert_eq!(record, &backwards[key], "{key}");
    }
}
