"""Eight clients with open connections, each asking again as soon as it has its answer: `_load.py PORT PATH SECONDS`.

Prints how many answers came. A process of its own, so that it waits for nobody but the server.
"""

import asyncio
import sys
import time

CLIENTS = 8


async def client(port, request, until):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = 0
    while time.monotonic() < until:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise SystemExit(head.decode())
        await reader.readexactly(int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0]))
        answers += 1
        if b"connection: close" in head.lower():
            writer.close()
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()
    return answers


async def main(port, path, seconds):
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: br\r\n\r\n".encode()
    until = time.monotonic() + seconds
    return sum(await asyncio.gather(*(client(port, request, until) for _ in range(CLIENTS))))


if __name__ == "__main__":
    print(asyncio.run(main(int(sys.argv[1]), sys.argv[2], float(sys.argv[3]))))
