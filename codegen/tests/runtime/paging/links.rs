//! Links to the next page, in the body and in the header.

use super::all;
use super::server::{LINK, NEXT_URL, Server, data, walk};
use crate::runtime::ErrorKind;
use serde_json::json;

fn by_link(pages: &'static [(&'static str, &'static [i64], &'static str)]) -> Server {
    Server::new(move |_, query| {
        let (_, items, next) = pages
            .iter()
            .find(|(name, ..)| *name == query)
            .expect("a page");
        let links = if next.is_empty() {
            json!({})
        } else {
            json!({"next": {"href": next}})
        };
        (
            200,
            json!({"data": data(items.iter().copied()), "_links": links}),
        )
    })
}

#[test]
fn links_in_the_body_are_followed_on_the_same_server() {
    static PAGES: [(&str, &[i64], &str); 4] = [
        ("", &[0, 1], "http://H:80/api/list?c=1"),
        ("c=1", &[2], "/api/list?c=2&x=%20"),
        ("c=2&x=%20", &[3], "list?c=3#there"),
        ("c=3", &[4], ""),
    ];
    assert_eq!(walk::<NEXT_URL>(|| by_link(&PAGES), None).0, all(5));
    static AWAY: [(&str, &[i64], &str); 1] = [("", &[0], "https://evil.example/api/list?c=1")];
    let ((got, error), _) = walk::<NEXT_URL>(|| by_link(&AWAY), None);
    assert_eq!(got, [0]);
    assert_eq!(
        error,
        Some((
            ErrorKind::Paging,
            "list: the link to the next page leads to another server: https://evil.example".into()
        ))
    );
    static SAME: [(&str, &[i64], &str); 1] = [("", &[0], "/api/list")];
    assert!(
        walk::<NEXT_URL>(|| by_link(&SAME), None)
            .0
            .1
            .unwrap()
            .1
            .contains("the same page")
    );
    static ODD: [(&str, &[i64], &str); 1] = [("", &[0], "mailto:x@y")];
    assert!(
        walk::<NEXT_URL>(|| by_link(&ODD), None)
            .0
            .1
            .unwrap()
            .1
            .contains("leads nowhere")
    );
    static ROUND: [(&str, &[i64], &str); 3] = [
        ("", &[0], "?c=1"),
        ("c=1", &[1], "?c=2"),
        ("c=2", &[2], "?c=1"),
    ];
    let ((got, error), _) = walk::<NEXT_URL>(|| by_link(&ROUND), None);
    assert_eq!(got, [0, 1, 2]);
    assert_eq!(error.unwrap().0, ErrorKind::Paging);
}

#[test]
fn links_in_the_header_are_followed() {
    let server = || {
        Server::raw(|_, query| {
            let (id, link) = match query {
                "" => (
                    0,
                    Some("<http://h/api/list?p=1>; rel=\"next\", <http://h/x,y>; rel=last"),
                ),
                "p=1" => (
                    1,
                    Some(
                        "<?p=0>; title=\"a, b\"; rel=prev, <?p=2>; title=\"rel=next\"; REL=\"foo Next\"",
                    ),
                ),
                // What is in quotes, another `rel` and a link of something else are no links to the next page.
                "p=2" => (
                    2,
                    Some(
                        r#"<?p=9>; title="a; rel=next; b"; rel=prev, <?p=9>; title="\", <?p=9>; rel=next"; rel=up, <?p=9>; rel=prev; rel=next, <?p=9>; rel=next; anchor="/api/others", <?p=3> ; Rel = next"#,
                    ),
                ),
                "p=3" => (3, Some("</api/list?p=0>; rel=first")),
                _ => (9, None),
            };
            Ok((
                200,
                json!({"data": [{"id": id}]}).to_string(),
                link.map(str::to_owned),
            ))
        })
    };
    assert_eq!(walk::<LINK>(server, None).0, all(4));
}
