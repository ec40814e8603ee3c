//! Recorded answers of real systems are taken in; again, without a change; changed, with a report.

use super::world::{World, shared};

#[tokio::test]
async fn all_recordings_import_and_a_changed_copy_reports_the_change() {
    let Some(folder) = shared("recordings") else { return };
    let world = World::new().await;
    let copy = world.folder.path().join("recordings");
    for part in ["gcc/xmlSamples", "lgsf/decisions", "lgsf/interests", "lgsf/minutes"] {
        std::fs::create_dir_all(copy.join(part)).expect("a folder");
        for entry in std::fs::read_dir(folder.join(part)).expect("recordings") {
            let entry = entry.expect("a file");
            let bytes = std::fs::read(entry.path()).expect("read");
            std::fs::write(copy.join(part).join(entry.file_name()), bytes).expect("written");
        }
    }
    let path = copy.to_str().expect("a path");
    let first = world.done(&["import", path]);
    assert!(first.contains("19 sources, 0 refused"), "{first}");
    let second = world.done(&["import", path]);
    assert!(second.contains(" 0 changed, 0 new, 0 gone"), "{second}");
    let file = copy.join("gcc/xmlSamples/GetMeeting_7837.xml");
    let text =
        std::fs::read_to_string(&file).expect("read").replace("There were no petitions or deputations.", "One petition was received.");
    std::fs::write(&file, text).expect("written");
    let third = world.done(&["import", path]);
    assert!(third.contains("1 changed, 0 new, 0 gone"), "{third}");
    assert!(third.contains("minutes.text") && third.contains("One petition was received."), "{third}");
    let site = world.serve().await;
    let item = site.words("/meetings/2025-11-21-cabinet/items/53").await;
    assert!(item.contains("One petition was received.") && item.contains("ersion 2"), "{item}");
    let versions = site.words("/versions/item/2025-11-21-cabinet/53").await;
    assert!(versions.contains("There were no petitions or deputations."), "{versions}");
    assert!(site.page("/councillors").await.contains("Kingsholm"));
    let (status, _) = site.get("/ieListDocuments.aspx?CId=129&MId=7837").await;
    assert_eq!(status, 301);
    world.done(&["verify"]);
}

#[tokio::test]
async fn no_home_address_reaches_the_register() {
    let Some(folder) = shared("recordings/gcc/xmlSamples") else { return };
    let world = World::new().await;
    // The recordings have these blacked out; a planted one stands for them.
    let text = std::fs::read_to_string(folder.join("GetMemberGroup.xml")).expect("read");
    let mut parts = text.split("<homeaddress>");
    let first = parts.next().expect("a start").to_string();
    let text = parts.fold(first, |whole, part| {
        let (home, rest) = part.split_once("</homeaddress>").expect("an end");
        whole + "<homeaddress>" + &home.replace("REDACTED", "14 Sentinel Gardens") + "</homeaddress>" + rest
    });
    assert!(text.contains("Sentinel"));
    let file = world.folder.path().join("GetMemberGroup.xml");
    std::fs::write(&file, text).expect("written");
    let said = world.done(&["import", "--json", file.to_str().expect("a path")]);
    assert!(!said.contains("Sentinel"), "the address was copied into the report");
    let site = world.serve().await;
    assert!(site.page("/councillors.json").await.contains("Bhaimia"));
    if world.database.is_none() {
        for name in ["register.db", "register.db-wal"] {
            let bytes = std::fs::read(world.data().join(name)).unwrap_or_default();
            assert!(!bytes.windows(8).any(|w| w == b"Sentinel"), "{name}");
        }
    }
}
