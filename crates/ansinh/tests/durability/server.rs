//! The real server on a port of its own: started, killed without warning, started again on the same database.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use super::browser;
use super::killed::program;

/// Longer than this nobody waits for a server that was killed.
const READY_WITHIN: Duration = Duration::from_secs(5);

/// A running server.
pub(crate) struct Server {
    child: Arc<Mutex<Child>>,
    pub(crate) address: SocketAddr,
}

impl Server {
    /// Starts it and waits until it has answered one request, which it must do soon.
    pub(crate) fn start(database: &str) -> Self {
        let child = Arc::new(Mutex::new(spawn(database)));
        let output = BufReader::new(child.lock().unwrap().stdout.take().unwrap());
        let (tell, told) = mpsc::channel();
        std::thread::spawn(move || {
            let mut lines = output.lines().map_while(Result::ok);
            let address = lines.find_map(|line| line.strip_prefix("An Sinh: http://").map(str::to_owned));
            let address: SocketAddr = address.expect("the server says where it listens").parse().unwrap();
            let page = browser::get(address, "/desk/sign-in", "").expect("it answers");
            assert_eq!(page.status, 200);
            tell.send(address).unwrap();
        });
        let address = told.recv_timeout(READY_WITHIN).expect("a server that was killed is ready again soon");
        Self { child, address }
    }

    /// Kills it after a while, whatever it is doing then.
    pub(crate) fn kill_after(&self, delay: Duration) -> JoinHandle<()> {
        let child = Arc::clone(&self.child);
        std::thread::spawn(move || {
            std::thread::sleep(delay);
            kill(&mut child.lock().unwrap());
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Ok(mut child) = self.child.lock() {
            kill(&mut child);
        }
    }
}

/// Starts a server and kills it while it starts.
pub(crate) fn start_and_kill(database: &str, delay: Duration) {
    let mut child = spawn(database);
    std::thread::sleep(delay);
    kill(&mut child);
}

fn spawn(database: &str) -> Child {
    let mut command = program();
    command.args(["serve", "--database", database, "--listen", "127.0.0.1:0"]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap()
}

fn kill(child: &mut Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}
