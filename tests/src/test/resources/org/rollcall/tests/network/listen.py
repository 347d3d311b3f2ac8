# The network card of a PC that is off: tells of each magic packet that reaches it.
import json, socket
card = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
card.bind(("eth0", 0))
mac = card.getsockname()[4].hex()
ear = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
ear.bind(("", 9))
print("listening", flush=True)
while True:
    packet, sender = ear.recvfrom(2048)
    print(json.dumps({"from": sender[0], "bytes": packet.hex(), "mac": mac}), flush=True)
