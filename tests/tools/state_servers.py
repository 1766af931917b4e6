"""Runs the state server check (first argument, a script) against servers of our own: one that locks, one that locks
nothing, one that unlocks for any id. Prints what each run answered as JSON."""

import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def server(locks, compares):
    held = {}

    class Handler(BaseHTTPRequestHandler):
        def answer(self, code):
            self.send_response(code)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def body(self):
            return json.loads(self.rfile.read(int(self.headers["Content-Length"])))

        def do_POST(self):
            record = self.body()
            if locks and held:
                return self.answer(423)
            held.update(record)
            self.answer(200)

        def do_DELETE(self):
            if compares and self.body()["ID"] != held.get("ID"):
                return self.answer(409)
            held.clear()
            self.answer(200)

        def log_message(self, *_):
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.held = held
    threading.Thread(target=running.serve_forever, daemon=True).start()
    return running


out = {}
for name, locks, compares in [("good", True, True), ("lockless", False, True), ("careless", True, False)]:
    running = server(locks, compares)
    address = f"http://127.0.0.1:{running.server_port}/state/scratch"
    done = subprocess.run(
        ["bash", sys.argv[1], address, address + "/lock", address + "/lock"],
        capture_output=True, text=True, env={**os.environ, "no_proxy": "127.0.0.1", "NO_PROXY": "127.0.0.1"},
    )
    out[name] = {"code": done.returncode, "said": done.stdout + done.stderr, "still_held": bool(running.held)}
    running.shutdown()
print(json.dumps(out))
