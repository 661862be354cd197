//! Every address leads to the same thing in AWS and on one machine: the template's behaviours and its function, the
//! buckets as folders and the function for what is missing, beside `guildhall-local` with the same files.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use guildhall_http::{Body, Entry, entry};
use guildhall_local::{Options, System};
use object_store::local::LocalFileSystem;
use show_missing::ShowMissing;

use super::network::{asks_the_api, behaviour, behaviours, finds_files, origins, rewritten};

/// A build in small: what is compressed, what is not, and what only has a name.
const BUILD: [&str; 6] = [
    "index.html",
    "icons.svg",
    "public.css",
    "share.png",
    "assets/app-0123456789abcdef.js",
    "assets/app-0123456789abcdef.wasm",
];

/// Addresses of every kind; `{handle}` is a partner who is listed.
const ADDRESSES: [&str; 60] = [
    "/",
    "/index.html",
    "/leads",
    "/referrals/leads",
    "/referrals/leads/norrsken.0123",
    "/signed-in",
    "/settings/",
    "/invitations/0123456789abcdef0123456789abcdef",
    "/apiary",
    "/icons.svg",
    "/public.css",
    "/share.png",
    "/favicon.ico",
    "/config.old.json",
    "/icons.svg/",
    "/assets/app-0123456789abcdef.js",
    "/assets/app-0123456789abcdef.wasm",
    "/assets/app-fedcba9876543210.js",
    "/assets/",
    "/assets",
    "/assets/deep/index.html",
    "/assets/directory/search",
    "/sitemap.xml",
    "/robots.txt",
    "/sv/robots.txt",
    "/sitemap.xml/",
    "/directory",
    "/directory/",
    "/sv/directory",
    "/vi/directory/",
    "/de/directory",
    "/de/directory/{handle}",
    "/directoryx",
    "/directory/search",
    "/directory/search/",
    "/sv/directory/search",
    "/vi/directory/search",
    "/leads/directory/search",
    "/directory/{handle}",
    "/directory/{handle}/",
    "/sv/directory/{handle}",
    "/vi/directory/{handle}",
    "/directory/{handle}/contact",
    "/directory/{handle}/review",
    "/vi/directory/{handle}/contact",
    "/sv/directory/{handle}/review/",
    "/directory/{handle}/other",
    "/directory/{handle}/deep/contact",
    "/directory/nobody",
    "/sv/directory/nobody",
    "/directory/nobody/contact",
    "/directory/services",
    "/directory/services/marketing",
    "/directory/services/contact",
    "/directory/search/more",
    "/directory/NOBODY",
    "/directory/%2Fsecret",
    "/directory//nobody",
    "/directory/.hidden",
    "/directory/nothing.html",
];

/// Status, type and bytes.
#[derive(Debug, PartialEq, Eq)]
struct Answer {
    status: u16,
    content_type: Option<String>,
    body: Vec<u8>,
}

/// What AWS would have: the files of both buckets, and the function.
struct Network {
    site: PathBuf,
    pages: PathBuf,
    missing: Entry,
}

impl Network {
    async fn answer(&self, path: &str, file: &str) -> Answer {
        for origin in origins(behaviour(path)) {
            let folder = match origin {
                "site" => &self.site,
                "pages" => &self.pages,
                "missing" => return self.missing(file).await,
                other => panic!("{path} is answered by {other}"),
            };
            // A bucket's names are plain texts: `..` is nobody's parent there.
            let name = file.trim_start_matches('/');
            let found = if name.contains("..") { None } else { fs::read(folder.join(name)).ok() };
            if let Some(body) = found.filter(|_| !name.ends_with('/')) {
                let plain = name.strip_suffix(".br").unwrap_or(name);
                return Answer { status: 200, content_type: content_type(plain), body };
            }
        }
        panic!("nobody answers {path}");
    }

    async fn missing(&self, file: &str) -> Answer {
        let request = http::Request::builder().uri(file).body(Body::Empty).expect("a request");
        let answer = (self.missing)(request).await;
        Answer {
            status: answer.status().as_u16(),
            content_type: answer
                .headers()
                .get("content-type")
                .map(|kind| kind.to_str().expect("a text").to_owned()),
            body: answer.body().to_vec(),
        }
    }
}

/// As files are uploaded and published.
fn content_type(name: &str) -> Option<String> {
    let kind = match name.rsplit_once('.')?.1 {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        other => panic!("a file of the kind {other}"),
    };
    Some(kind.to_owned())
}

/// Writes the build, the compressed forms with bytes of their own.
fn write_build(folder: &Path) {
    for name in BUILD {
        let file = folder.join(name);
        fs::create_dir_all(file.parent().expect("a folder")).expect("it can be made");
        fs::write(&file, format!("the file {name}")).expect("it can be written");
        if !name.ends_with(".png") {
            fs::write(folder.join(format!("{name}.br")), format!("compressed {name}"))
                .expect("it can be written");
        }
    }
}

async fn ask(http: &reqwest::Client, url: String, accept_encoding: Option<&str>) -> Answer {
    let request = http.get(url);
    let request = match accept_encoding {
        Some(value) => request.header("accept-encoding", value),
        None => request,
    };
    let answer = request.send().await.expect("an answer");
    Answer {
        status: answer.status().as_u16(),
        content_type: answer
            .headers()
            .get("content-type")
            .map(|kind| kind.to_str().expect("a text").to_owned()),
        body: answer.bytes().await.expect("a body").to_vec(),
    }
}

#[tokio::test]
async fn every_address_leads_to_the_same_in_aws_as_on_one_machine() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("addresses-{}", std::process::id()));
    let (site, data) = (folder.join("site"), folder.join("data"));
    write_build(&site);
    let options = Options {
        memory: false,
        data: data.clone(),
        empty: false,
        profiles: 5,
        site: Some(site.clone()),
        ..Options::in_memory()
    };
    let system = System::start(options).await.expect("it starts");
    system.settle().await;
    let pages = data.join("published");
    let handle = fs::read_dir(pages.join("directory"))
        .expect("the directory is published")
        .map(|entry| entry.expect("readable"))
        .find(|entry| entry.path().join("index.html").is_file() && entry.file_name() != "services")
        .expect("somebody is listed");
    let handle = handle.file_name().into_string().expect("a handle");
    let bucket = LocalFileSystem::new_with_prefix(&site).expect("a folder is a bucket");
    let network = Network { site, pages, missing: entry(ShowMissing::new(Arc::new(bucket))) };

    let addresses = ADDRESSES.map(|address| address.replace("{handle}", &handle));
    let paths: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let http = reqwest::Client::builder().build().expect("a client");
    for accept_encoding in [None, Some("gzip, deflate, br, zstd"), Some("br;q=1.0, gzip")] {
        let files = rewritten(&paths, accept_encoding).await;
        for (path, file) in paths.iter().zip(&files) {
            let there = network.answer(path, file).await;
            let here = ask(&http, format!("{}{path}", system.base_url()), accept_encoding).await;
            let compressed_on_the_way = here.body != there.body && !there.body.starts_with(b"compressed ");
            if accept_encoding.is_some() && compressed_on_the_way {
                // Published pages, and what is missing, are compressed on the way, by each as it likes.
                assert_eq!(
                    (here.status, here.content_type),
                    (there.status, there.content_type),
                    "{path} by {file}"
                );
            } else {
                assert_eq!(here, there, "{path} is looked for as {file}");
            }
        }
    }
    system.shutdown().await;
    fs::remove_dir_all(&folder).expect("it can be cleared away");
}

#[tokio::test]
async fn a_browser_that_takes_brotli_gets_the_smallest_form_and_others_get_the_plain_one() {
    let paths =
        ["/", "/assets/app-0123456789abcdef.wasm", "/share.png", "/config.json", "/directory/norrsken"];
    let plain = ["/index.html", paths[1], paths[2], paths[3], "/directory/norrsken/index.html"];
    for taken in [None, Some("gzip"), Some("gzip, vbr"), Some("brotli")] {
        assert_eq!(rewritten(&paths, taken).await, plain, "{taken:?}");
    }
    let compressed = ["/index.html.br", "/assets/app-0123456789abcdef.wasm.br", paths[2], paths[3], plain[4]];
    for taken in ["br", "gzip, br", "gzip,br;q=0.9", "br, gzip"] {
        assert_eq!(rewritten(&paths, Some(taken)).await, compressed, "{taken}");
    }
}

#[test]
fn every_behaviour_finds_files_but_that_of_the_api() {
    for (pattern, behaviour) in behaviours() {
        let of_the_api = asks_the_api(behaviour);
        assert_eq!(of_the_api, ["/api/*", "/experts", "/experts/*"].contains(&pattern), "{pattern}");
        assert_ne!(of_the_api, finds_files(behaviour), "{pattern}");
    }
}
