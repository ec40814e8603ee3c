//! How parts of a package point to one another.

use crate::Refused;
use crate::package::Package;
use crate::xml::Step;

/// As many as a package may have parts.
const MOST: usize = 20_000;

/// One pointer of a part.
pub(super) struct Relation {
    pub id: String,
    /// The last word of its kind: `worksheet`, `hyperlink`, `attachedTemplate`.
    pub kind: String,
    /// The part within the package, or an address outside.
    pub target: String,
    pub outside: bool,
}

/// The pointers of a part; none where there is no list of them.
pub(super) fn of(package: &mut Package<'_>, part: &str) -> Result<Vec<Relation>, Refused> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    read(package, &format!("{folder}{}_rels/{file}.rels", if folder.is_empty() { "" } else { "/" }), folder)
}

/// The pointers in a list, whose part is in a folder.
pub(super) fn read(package: &mut Package<'_>, list: &str, folder: &str) -> Result<Vec<Relation>, Refused> {
    let mut relations = Vec::new();
    package.walk(list, |step| {
        let Step::Open(element) = step else { return };
        if element.name() != "Relationship" || relations.len() >= MOST {
            return;
        }
        let kind = element.attribute("Type").unwrap_or_default();
        let target = element.attribute("Target").unwrap_or_default();
        let outside = element.attribute("TargetMode").is_some_and(|m| m == "External");
        relations.push(Relation {
            id: element.attribute("Id").unwrap_or_default(),
            kind: kind.rsplit('/').next().unwrap_or_default().to_string(),
            target: if outside { target } else { within(folder, &target) },
            outside,
        });
    })?;
    Ok(relations)
}

/// `../media/a.png` seen from `ppt/slides` is `ppt/media/a.png`.
fn within(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_string();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|s| !s.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(path.pop()),
            "." | "" => {}
            name => path.push(name),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_target_is_seen_from_its_folder() {
        assert_eq!(super::within("ppt/slides", "../media/a.png"), "ppt/media/a.png");
        assert_eq!(super::within("xl", "/xl/worksheets/s.xml"), "xl/worksheets/s.xml");
        assert_eq!(super::within("", "../../x"), "x");
    }
}
