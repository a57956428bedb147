//! Whole calls. In: a server on the loopback interface; out: latency, throughput and memory, ours beside `reqwest` with
//! `serde_json`. Invariant: both send the same requests to the same server, and decode what comes back.

use crate::bodies;
use crate::hand;
use crate::server;
use crate::sides;
use measured::forge;
use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// How many calls are under way at once where throughput is measured.
const AT_ONCE: usize = 32;

const SMALL: &str = "/repos/acme/small/issues";
const MIDDLE: &str = "/repos/acme/middle/issues";
const LARGE: &str = "/repos/acme/large/issues";
const CREATED: &str = "/repos/acme/created/issues";
const PAGED: &str = "/repos/acme/paged/issues";

/// How many pages there are; the last of them is short.
const PAGES: usize = 10;

/// The server's part, in a process of its own.
pub(crate) fn serve() {
    let issues = bodies::issues();
    let one = issues.of(1);
    let page = |page: usize| {
        let issues = issues.of(if page < PAGES { 30 } else { 5 });
        let text = String::from_utf8(issues).expect("JSON");
        // No page is like another.
        let text = text.replace("1890411", &format!("1890{page:03}"));
        (format!("{PAGED} page={page}"), text.into_bytes())
    };
    let mut bodies: HashMap<String, Vec<u8>> = (1..=PAGES).map(page).collect();
    bodies.extend([
        // The first page is asked for without its number.
        (PAGED.to_owned(), page(1).1),
        (SMALL.to_owned(), issues.of(1)),
        (MIDDLE.to_owned(), issues.of(30)),
        (LARGE.to_owned(), issues.repeated(10_000_000)),
        (CREATED.to_owned(), one[1..one.len() - 1].to_vec()),
    ]);
    server::serve(bodies);
}

/// One kind of call again and again, for a profiler: `repeat ours|theirs small|middle|large|post|pages TIMES`.
pub(crate) fn repeat(side: &str, repo: &str, times: usize) {
    let server = Server::start();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let sides = Sides::new(&server.base);
    runtime.block_on(async {
        for _ in 0..times {
            match (side, repo) {
                ("ours", "post") => sides.our_post().await,
                ("ours", "pages") => sides.our_pages().await,
                ("ours", _) => sides.ours(repo).await,
                (_, "post") => sides.their_post().await,
                (_, "pages") => sides.their_pages().await,
                _ => sides.theirs(repo).await,
            }
        }
    });
}

/// Compares calls.
pub(crate) fn run() {
    let server = Server::start();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    let sides = Sides::new(&server.base);
    sides::head("calls, one after the other");
    for (name, repo, times) in [
        ("1 issue", "small", 20),
        ("30 issues", "middle", 10),
        ("10 MB of issues", "large", 1),
    ] {
        let compared = sides::compare(
            || {
                runtime.block_on(async {
                    for _ in 0..times {
                        sides.ours(repo).await;
                    }
                })
            },
            || {
                runtime.block_on(async {
                    for _ in 0..times {
                        sides.theirs(repo).await;
                    }
                })
            },
        );
        compared.print(name, 0);
    }
    let compared = sides::compare(
        || {
            runtime.block_on(async {
                for _ in 0..20 {
                    sides.our_post().await;
                }
            })
        },
        || {
            runtime.block_on(async {
                for _ in 0..20 {
                    sides.their_post().await;
                }
            })
        },
    );
    compared.print("an issue made", 0);
    sides::head("calls, 32 at once");
    for (name, repo) in [("1 issue", "small"), ("30 issues", "middle")] {
        let compared = sides::compare(
            || {
                at_once(&runtime, || {
                    let sides = sides.clone();
                    async move { sides.ours(repo).await }
                })
            },
            || {
                at_once(&runtime, || {
                    let sides = sides.clone();
                    async move { sides.theirs(repo).await }
                })
            },
        );
        compared.print(name, 0);
    }
    sides::head("all of 10 pages, item by item");
    let compared = sides::compare(
        || runtime.block_on(sides.our_pages()),
        || runtime.block_on(sides.their_pages()),
    );
    compared.print("275 issues", 0);
    sides::head("10 MB, item by item");
    let compared = sides::compare(
        || runtime.block_on(sides.streamed()),
        || runtime.block_on(sides.theirs("large")),
    );
    compared.print("streamed beside whole", 0);
}

fn at_once<F: Future<Output = ()> + Send + 'static>(
    runtime: &tokio::runtime::Runtime,
    call: impl Fn() -> F,
) {
    runtime.block_on(async {
        let calls: Vec<_> = (0..AT_ONCE).map(|_| tokio::spawn(call())).collect();
        for call in calls {
            call.await.expect("a call");
        }
    });
}

/// Both clients.
#[derive(Clone)]
struct Sides {
    ours: forge::Client,
    theirs: reqwest::Client,
    base: String,
}

impl Sides {
    fn new(base: &str) -> Self {
        let ours = forge::Client::builder()
            .base_url(base)
            .credentials(forge::Credentials::new("secret"))
            .build()
            .expect("a client");
        Sides {
            ours,
            theirs: reqwest::Client::new(),
            base: base.to_owned(),
        }
    }

    async fn ours(&self, repo: &str) {
        let call = self
            .ours
            .list_issues("acme", repo)
            .state("open")
            .per_page(30)
            .page(2);
        let issues = call.send().await.expect("issues");
        assert!(!issues.is_empty());
    }

    async fn theirs(&self, repo: &str) {
        let issues = self.their_page(repo, "2").await;
        assert!(!issues.is_empty());
    }

    async fn our_pages(&self) {
        let call = self.ours.list_issues("acme", "paged").state("open");
        let mut issues = call.per_page(30).items();
        let mut count = 0;
        while issues.try_next().await.expect("an issue").is_some() {
            count += 1;
        }
        assert_eq!(count, 275);
    }

    async fn their_pages(&self) {
        let mut count = 0;
        for page in 1.. {
            let issues = self.their_page("paged", &page.to_string()).await;
            let last = issues.len() < 30;
            for _issue in issues {
                count += 1;
            }
            if last {
                break;
            }
        }
        assert_eq!(count, 275);
    }

    async fn their_page(&self, repo: &str, page: &str) -> Vec<hand::forge::Issue> {
        let url = format!("{}/repos/acme/{repo}/issues", self.base);
        let call =
            self.theirs
                .get(url)
                .query(&[("state", "open"), ("per_page", "30"), ("page", page)]);
        let response = call
            .bearer_auth("secret")
            .timeout(Duration::from_secs(60))
            .send()
            .await
            .expect("a response");
        let body = response
            .error_for_status()
            .expect("a success")
            .bytes()
            .await
            .expect("a body");
        serde_json::from_slice(&body).expect("issues")
    }

    async fn our_post(&self) {
        let mut new = forge::models::NewIssue::new("Something does not work");
        new.body = Some(Some("It stops after the first page.\n".repeat(8)));
        new.labels = Some(vec!["bug".to_owned(), "paging".to_owned()]);
        let issue = self
            .ours
            .create_issue("acme", "created", new)
            .send()
            .await
            .expect("an issue");
        assert_eq!(issue.number, 1300);
    }

    async fn their_post(&self) {
        let new = hand::forge::NewIssue {
            title: "Something does not work".to_owned(),
            body: Some("It stops after the first page.\n".repeat(8)),
            labels: Some(vec!["bug".to_owned(), "paging".to_owned()]),
            assignees: None,
        };
        let url = format!("{}{CREATED}", self.base);
        let call = self
            .theirs
            .post(url)
            .json(&new)
            .bearer_auth("secret")
            .timeout(Duration::from_secs(60));
        let response = call.send().await.expect("a response");
        let body = response
            .error_for_status()
            .expect("a success")
            .bytes()
            .await
            .expect("a body");
        let issue: hand::forge::Issue = serde_json::from_slice(&body).expect("an issue");
        assert_eq!(issue.number, 1300);
    }

    async fn streamed(&self) {
        let mut issues = self.ours.list_issues("acme", "large").stream_items();
        let mut count = 0;
        while issues.try_next().await.expect("an issue").is_some() {
            count += 1;
        }
        assert!(count > 1000);
    }
}

/// The other process.
struct Server {
    child: Child,
    base: String,
}

impl Server {
    fn start() -> Self {
        let program = std::env::current_exe().expect("this program");
        let mut child = Command::new(program)
            .arg("serve")
            .stdout(Stdio::piped())
            .spawn()
            .expect("a server");
        let mut port = String::new();
        BufReader::new(child.stdout.take().expect("its output"))
            .read_line(&mut port)
            .expect("a port");
        let base = format!("http://127.0.0.1:{}", port.trim());
        Server { child, base }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
