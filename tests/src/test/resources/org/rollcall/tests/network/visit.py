# Somebody at a PC: signs in on the board, asks where they are, and wakes a machine.
import json, ssl, sys, urllib.request
board, ca, machine = sys.argv[1:]
opener = urllib.request.build_opener(
    urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=ca)), urllib.request.HTTPCookieProcessor())

def post(path, body, **headers):
    headers["Content-Type"] = "application/json"
    return opener.open(urllib.request.Request(board + path, json.dumps(body).encode(), headers), timeout=30).read().decode()

me = json.loads(post("/api/sign-in", {"name": "keeper@iut.rdz", "password": "pencil"}))
me["woken"] = post("/api/wake", {"machines": [machine]}, **{"X-Rollcall-Csrf": me["csrf"]})
print(json.dumps(me))
