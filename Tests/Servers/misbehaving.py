"""A server that does what publishers' servers have done: for the tests of Fetch.

python3 misbehaving.py [CERTIFICATE.pem ...]

Prints one port per line: plain HTTP first, then one HTTPS port per certificate (key in the same file). Asked with an
absolute address it acts as a forward proxy, and it answers CONNECT. Ends when its standard input is closed.
"""

import gzip
import http.client
import http.server
import json
import socket
import ssl
import sys
import threading
import time
import urllib.parse
import zlib

BODY = b"".join(b"%d,line of data\n" % n for n in range(5000))
counts = {}
lock = threading.Lock()


def seen(key):
    with lock:
        counts[key] = counts.get(key, 0) + 1
        return counts[key]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def answer(self, status=200, body=b"", headers=(), length=None):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def open_ended(self, headers=(), version="HTTP/1.0"):
        """Headers without a length: the end of the connection is the end of the body."""
        self.close_connection = True
        lines = [f"{version} 200 OK"] + [f"{name}: {value}" for name, value in headers]
        self.wfile.write(("\r\n".join(lines) + "\r\n\r\n").encode())

    def do_CONNECT(self):
        if self.path.startswith("refused"):
            return self.answer(407)
        host, port = self.path.rsplit(":", 1)
        with socket.create_connection((host, int(port))) as upstream:
            self.wfile.write(b"HTTP/1.1 200 Connection established\r\nVia: misbehaving\r\n\r\n")
            there = threading.Thread(target=pump, args=(self.connection, upstream))
            there.start()
            pump(upstream, self.connection)
            there.join()
        self.close_connection = True

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        if url.scheme:
            return self.forward(url)
        name, _, argument = url.path[1:].partition("/")
        method = getattr(self, "on_" + name.replace("-", "_"), None)
        if method is None:
            return self.answer(404, b'{"error": "no such file"}\n')
        method(argument, dict(urllib.parse.parse_qsl(url.query)))

    def forward(self, url):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port)
        connection.request("GET", url.path)
        reply = connection.getresponse()
        self.answer(reply.status, reply.read(), [("Via", "misbehaving")])

    # What is right.

    def on_ok(self, argument, query):
        self.answer(200, BODY, [("Content-Type", "text/csv"), ("ETag", '"v1"'),
                                ("Last-Modified", "Thu, 24 Feb 2022 15:00:00 GMT")])

    def on_html(self, argument, query):
        self.answer(200, b"<!DOCTYPE html><html><body>Please log in</body></html>", [("Content-Type", "text/html")])

    def on_empty(self, argument, query):
        self.answer(200)

    def on_gzip(self, argument, query):
        packed = gzip.compress(BODY)
        kinds = {
            "": packed,
            "members": gzip.compress(BODY[:1000]) + gzip.compress(BODY[1000:]),
            "cut": packed[: len(packed) // 2],
            "no-trailer": packed[:-8],
            "half-trailer": packed[:-3],
            "bad-crc": packed[:-8] + bytes([packed[-8] ^ 1]) + packed[-7:],
            "bad-length": packed[:-1] + bytes([packed[-1] ^ 1]),
            "garbage": packed + b"garbage",
            "zeros": packed + b"\0" * 16,
            "not": BODY,
            "empty": b"",
            "deflate": zlib.compress(BODY),
        }
        self.answer(200, kinds[argument], [("Content-Encoding", "gzip")])

    def on_bomb(self, argument, query):
        self.answer(200, gzip.compress(bytes(int(argument))), [("Content-Encoding", "gzip")])

    def on_coding(self, argument, query):
        self.answer(200, BODY, [("Content-Encoding", argument)])

    def on_chunked(self, argument, query):
        """chunked/whole, chunked/cut, chunked/trailer"""
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for start in range(0, len(BODY), 10_000):
            piece = BODY[start : start + 10_000]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            if argument == "cut":
                self.close_connection = True
                return
        self.wfile.write(b"0\r\nETag: \"trailer\"\r\n\r\n" if argument == "trailer" else b"0\r\n\r\n")

    def on_echo(self, argument, query):
        self.answer(200, json.dumps(self.headers.items()).encode())

    def on_if_changed(self, argument, query):
        if self.headers.get("If-None-Match") == '"v1"' or self.headers.get("If-Modified-Since"):
            self.send_response(304)
            self.send_header("ETag", '"v1"')
            self.end_headers()
        else:
            self.on_ok(argument, query)

    def on_always_304(self, argument, query):
        self.send_response(304)
        self.end_headers()

    # Redirects.

    def on_hops(self, argument, query):
        left = int(argument)
        self.redirect(f"/hops/{left - 1}" if left > 1 else "/ok")

    def on_loop(self, argument, query):
        self.redirect("/loop/b" if argument == "a" else "/loop/a")

    def on_to(self, argument, query):
        self.redirect(query["address"])

    def on_nowhere(self, argument, query):
        self.answer(302, b"moved")

    def redirect(self, address):
        self.answer(302, b"<p>moved</p>", [("Location", address)])

    # Statuses.

    def on_status(self, argument, query):
        body = query.get("body", "").encode()
        self.answer(int(argument), body, [("Retry-After", query["after"])] if "after" in query else [])

    def on_fails(self, argument, query):
        """fails/STATUS/TIMES/KEY: answers STATUS that many times, then the body."""
        status, times, key = argument.split("/")
        if seen(key) > int(times):
            return self.on_ok("", {})
        self.answer(int(status), b"busy\n", [("Retry-After", query["after"])] if "after" in query else [])

    def on_short_then_ok(self, argument, query):
        if seen(argument) > 1:
            return self.on_ok("", {})
        self.on_short("", {})

    def on_count(self, argument, query):
        with lock:
            self.answer(200, str(counts.get(argument, 0)).encode())

    # Time.

    def on_sleep(self, argument, query):
        seen("sleep")
        time.sleep(float(argument))
        self.answer(200, BODY)

    def on_trickle(self, argument, query):
        """A byte every 0.1 s, of the headers or of the body."""
        self.close_connection = True
        head = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n"
        if argument == "body":
            self.wfile.write(head + b"\r\n")
        slowly = b"X-Slow: " + b"y" * 600 if argument == "header" else b"z" * 600
        for byte in (head + slowly) if argument == "header" else slowly:
            self.wfile.write(bytes([byte]))
            time.sleep(0.1)

    # Lies about the end of the body.

    def on_short(self, argument, query):
        self.close_connection = True
        self.answer(200, BODY[:-1000], length=len(BODY))

    def on_reset(self, argument, query):
        seen(argument)
        self.close_connection = True
        option = b"\1\0\0\0\0\0\0\0"
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, option)

    def on_endless(self, argument, query):
        self.open_ended()
        for _ in range(20_000):
            self.wfile.write(BODY)

    def on_heavy(self, argument, query):
        self.answer(200, BODY, length=int(argument))

    def on_close_delimited(self, argument, query):
        self.open_ended(version=f"HTTP/{argument}")
        self.wfile.write(BODY)

    def on_headers(self, argument, query):
        self.answer(200, BODY, [(f"X-Header-{n}", "v" * 50) for n in range(int(argument))])

    def on_early_hints(self, argument, query):
        self.wfile.write(b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\nETag: \"hint\"\r\n\r\n")
        self.answer(200, BODY)

    def on_cookie(self, argument, query):
        self.answer(200, BODY, [("Set-Cookie", "session=hidden"), ("X-Echo", "hunter2")])

    def on_not_http(self, argument, query):
        self.close_connection = True
        self.wfile.write(b"220 mail.example ESMTP\r\n" * 50)


def pump(source, sink):
    try:
        while data := source.recv(65536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128

    def handle_error(self, request, client_address):
        # Clients under test hang up in the middle of answers; everything else is a fault of this server.
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


def serve(certificate=None):
    server = Server(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)


serve()
for path in sys.argv[1:]:
    serve(path)
sys.stdin.read()
