//! Running an operation. In: its options; out: what came back, printed. Invariant: a page is printed before the next one
//! is asked for.

use super::super::block::block_on;
use super::super::call::Call;
// [paging]
use super::super::execute::Reached;
// [end]
use super::super::fault::Fault;
use super::super::incoming::Incoming;
// [paging]
use super::super::paging::PagePlan;
// [end]
use super::super::reply::Reply;
// [paging]
use super::super::reply::find;
use super::super::walk::{State, Walk};
// [end]
use super::credentials;
use super::io::Io;
use super::output::{Format, Sheet};
use super::problem::Problem;
use super::screen::Screen;
use super::tables::{Action, Service};
use super::{request, text};
use clap::ArgMatches;

/// How a call ended.
type Ended = Result<(Reply, Option<Incoming>), Box<Fault>>;

/// Runs an operation and prints what comes of it.
pub(super) fn run(
    service: &'static Service,
    action: &'static Action,
    matches: &ArgMatches,
    io: &mut Io<'_>,
) -> Result<(), Problem> {
    let call = request::call(service, action, matches, io)?;
    if matches.get_flag("dry-run") {
        let shown = request::show(call)?;
        io.write(shown.as_bytes())?;
        return io.flush();
    }
    let format = Format::of(matches.get_one("output").map(String::as_str), io);
    let columns = matches.get_many("columns").into_iter().flatten();
    let mut sheet = Sheet::new(format, columns.cloned().collect());
    let source = credentials::described(service, action.endpoint);
    let told = |fault: Box<Fault>| Problem::call(&fault, &source);
    // [paging]
    if let Some(plan) = action.plan
        && matches.get_flag("all")
    {
        return all(call, plan(), &mut sheet, io, &told);
    }
    // [end]
    io.progress("waiting for the server");
    let (reply, rest) = send(call).map_err(told)?;
    io.progress("");
    match rest {
        Some(rest) => pass_on(rest, action, io),
        None => print(&reply, action, format, &mut sheet, io),
    }
}

/// Sends a request. What is no JSON is left to be read while it comes.
fn send(call: Call) -> Ended {
    let reached = block_on(
        call.blocking_engine()
            .run(call, Some(|reply| !is_json(reply))),
    )?;
    match reached.reply.status_code().is_success() {
        true => Ok((reached.reply, reached.rest)),
        false => Err(Box::new(Fault::api(reached.reply))),
    }
}

/// Whether a response is JSON: by its type, or where it has none.
fn is_json(reply: &Reply) -> bool {
    let Some(media) = reply.header("content-type") else {
        return true;
    };
    let essence = media.split(';').next().unwrap_or_default().trim();
    let essence = essence.to_ascii_lowercase();
    essence.is_empty() || essence.ends_with("/json") || essence.ends_with("+json")
}

/// Passes on what is no JSON, as it comes; to a terminal, without what that would act on.
fn pass_on(mut rest: Incoming, action: &Action, io: &mut Io<'_>) -> Result<(), Problem> {
    let mut screen = io.width.map(|_| Screen::default());
    let mut length = 0_u64;
    while let Some(chunk) = block_on(rest.chunk())
        .map_err(|error| Problem::failed(format!("{}: {error}", action.endpoint.id)))?
    {
        match &mut screen {
            Some(screen) => io.write(screen.show(&chunk).as_bytes())?,
            None => io.write(&chunk)?,
        }
        io.flush()?;
        length += chunk.len() as u64;
        // On a terminal what comes shows how far it is.
        if screen.is_none() {
            io.progress(&format!("{length} bytes"));
        }
    }
    io.progress("");
    Ok(())
}

/// The JSON of a response; `None` where there is none.
fn json<'a>(reply: &'a Reply, action: &Action) -> Result<Option<&'a str>, Problem> {
    let body = reply.body();
    if body.iter().all(u8::is_ascii_whitespace) {
        return Ok(None);
    }
    let problem = |reason: &dyn std::fmt::Display| {
        let line = format!("{}: the response is no JSON: {reason}", action.endpoint.id);
        Problem::failed(format!("{line}; check --base-url"))
    };
    let text = std::str::from_utf8(body).map_err(|error| problem(&error))?;
    text::document(text)
        .map(Some)
        .map_err(|error| problem(&error))
}

/// Prints one response: the list that it is or holds, or itself.
fn print(
    reply: &Reply,
    action: &Action,
    format: Format,
    sheet: &mut Sheet,
    io: &mut Io<'_>,
) -> Result<(), Problem> {
    let Some(document) = json(reply, action)? else {
        return Ok(());
    };
    if format == Format::Json {
        let mut out = String::new();
        text::pretty(&mut out, document, 0);
        out.push('\n');
        io.write_json(&out)?;
        return io.flush();
    }
    match listed(document, action) {
        Some(items) => sheet.page(io, &items)?,
        None => sheet.page(io, &[document])?,
    }
    sheet.finish(io)
}

/// The items of a response that is a list, or a page of one.
fn listed<'a>(document: &'a str, action: &Action) -> Option<Vec<&'a str>> {
    let _ = action;
    // [paging]
    if let Some(plan) = action.plan {
        return text::items(find(document.as_bytes(), plan().items)?);
    }
    // [end]
    text::items(document)
}

// [paging]
/// Prints the items of all pages.
fn all(
    call: Call,
    plan: &'static PagePlan,
    sheet: &mut Sheet,
    io: &mut Io<'_>,
    told: &dyn Fn(Box<Fault>) -> Problem,
) -> Result<(), Problem> {
    let mut walk = Walk::new(call, plan);
    let mut pages = 0;
    loop {
        let fetched = match &mut walk.state {
            State::Over => break,
            State::Lost(fault) => match fault.take() {
                Some(fault) => Err(fault),
                None => break,
            },
            State::Going => {
                let call = walk.pager.call();
                block_on(call.blocking_engine().run(call, None))
            }
        };
        let outcome =
            fetched.and_then(
                |Reached { reply, .. }| match reply.status_code().is_success() {
                    true => walk.next(&reply, None).map(|next| (reply, next)),
                    false => Err(Box::new(Fault::api(reply))),
                },
            );
        let (reply, next) = match outcome {
            Ok(page) => page,
            Err(fault) => {
                // What came before is complete as far as it goes.
                io.progress("");
                sheet.finish(io)?;
                return Err(told(fault));
            }
        };
        let list = find(reply.body(), plan.items);
        let items = list.and_then(text::items).unwrap_or_default();
        io.progress("");
        sheet.page(io, &items)?;
        pages += 1;
        io.progress(&format!("{} items, {pages} pages", sheet.count));
        walk.leave(next, |reason| {
            Box::new(Fault::paging(reason, reply.clone()))
        });
    }
    io.progress("");
    sheet.finish(io)
}
// [end]
