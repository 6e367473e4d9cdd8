"""Serves the files of a folder, with the habits of different publishers: for the tests of the whole program.

python3 files.py FOLDER [CERTIFICATE.pem]

Prints its port. HTTPS where a certificate (with its key in the same file) is given. Ends when its standard input is
closed, or when the process that started it is gone: another child of that process may hold the input open. The first part of a path is the habit, the rest a file:

/etag/F    with an ETag, and 304 where it is the one that was asked about
/plain/F   with nothing that a condition could name
/wait/F    once a file `go` exists in the folder
/500/F     500, and the whole request repeated in the body
/to/F      a redirect to /plain/F that carries the query along

Asked with an absolute address it acts as a forward proxy for any host, and says `Via: files`. Each request is a line
of JSON in FOLDER/requests.log.
"""

import hashlib
import http.server
import json
import os
import select
import ssl
import sys
import threading
import time
import urllib.parse

FOLDER = sys.argv[1]
lock = threading.Lock()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        line = json.dumps({"path": self.path, "headers": {k.lower(): v for k, v in self.headers.items()}})
        with lock, open(os.path.join(FOLDER, "requests.log"), "a") as log:
            log.write(line + "\n")
        url = urllib.parse.urlsplit(self.path)
        habit, _, name = url.path[1:].partition("/")
        headers = [("Via", "files")] if url.scheme else []
        if habit == "500":
            return self.answer(500, f"wrong: {self.path} {dict(self.headers)}".encode(), headers)
        if habit == "to":
            return self.answer(302, b"", headers + [("Location", f"/plain/{name}?{url.query}")])
        if habit == "wait":
            patience = time.monotonic() + 20
            while not os.path.exists(os.path.join(FOLDER, "go")) and time.monotonic() < patience:
                time.sleep(0.01)
        try:
            with open(os.path.join(FOLDER, urllib.parse.unquote(name)), "rb") as file:
                body = file.read()
        except OSError:
            return self.answer(404, b"no such file\n", headers)
        if habit == "etag":
            tag = '"' + hashlib.sha256(body).hexdigest()[:16] + '"'
            headers.append(("ETag", tag))
            if self.headers.get("If-None-Match") == tag:
                return self.answer(304, b"", headers)
        self.answer(200, body, headers)

    def answer(self, status, body, headers):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        # A client that hangs up, or does not trust the certificate, is what some tests are about.
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


server = Server(("127.0.0.1", 0), Handler)
if len(sys.argv) > 2:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2])
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
parent = os.getppid()
while os.getppid() == parent:
    if select.select([sys.stdin], [], [], 0.5)[0] and not os.read(0, 1):
        break
