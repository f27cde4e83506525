"""How gunicorn serves the portal, on a server and (with a few options more) in `make run`."""

import os

bind = os.environ.get("BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
# The heaviest request is an upload of 20 MB over a phone line, read by the web server in front.
timeout = 60
# A worker is replaced now and then, so that memory stays flat.
max_requests = 5000
max_requests_jitter = 500
# gunicorn's control socket wants a writable home, which a locked-down service does not have.
control_socket_disable = True
