"""An XMPP client that does what it is told, one JSON line at a time, and answers with one JSON line.

The first line says who to be: {"jid", "password", "port", "ca"}. Each further line is {"do": VERB, ...}; the verbs are
the methods of Client that begin with do_. Standard error is the log.
"""
import asyncio
import json
import logging
import ssl
import sys
from xml.etree import ElementTree

import slixmpp
from slixmpp.exceptions import IqError, IqTimeout
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath

FORM = "{jabber:x:data}"


class Client(slixmpp.ClientXMPP):
    def __init__(self, who):
        super().__init__(who["jid"], who["password"], sasl_mech=who.get("mechanism"))
        self.ca_certs = who["ca"]
        for plugin in ("xep_0030", "xep_0004", "xep_0050", "xep_0199"):
            self.register_plugin(plugin)
        self.messages = asyncio.Queue()
        self.presences = {}
        self.presence_log = []
        self.ended = None
        self.signed_in = self.loop.create_future()
        self.add_event_handler("session_start", self.started)
        self.add_event_handler("failed_all_auth", lambda _: self.failed("not authorized"))
        self.add_event_handler("connection_failed", lambda why: self.failed("connection failed: %s" % why))
        self.add_event_handler("disconnected", lambda why: self.failed("disconnected: %s" % why))
        # Not the event "message": it leaves out what has no body, and errors of some servers have none.
        self.register_handler(
            Callback("every message", MatchXPath("{jabber:client}message"), self.messages.put_nowait))
        self.add_event_handler("presence", self.presence)

    def get_ssl_context(self):
        context = super().get_ssl_context()
        context.verify_mode = ssl.CERT_REQUIRED
        return context

    def started(self, _):
        if not self.signed_in.done():
            self.signed_in.set_result(True)

    def failed(self, why):
        self.ended = self.ended or why
        if not self.signed_in.done():
            self.signed_in.set_exception(ConnectionError(why))

    def presence(self, stanza):
        self.presence_log.append({"from": stanza["from"].bare, "xml": xml(stanza)})
        self.presences[str(stanza["from"])] = {
            "type": stanza["type"], "show": stanza.xml.findtext("{jabber:client}show", ""),
            "status": stanza["status"], "priority": stanza["priority"], "xml": xml(stanza)}

    async def do_available(self, priority=0):
        self.send_presence(ppriority=priority)
        await self.get_roster()

    async def do_directed(self, to, type=None):
        self.send_presence(pto=to, ptype=type)

    async def do_subscribe(self, to):
        self.send_presence_subscription(pto=to)

    async def do_presences(self):
        return self.presences

    async def do_online(self):
        return self.ended is None

    async def do_roster(self):
        await self.get_roster()
        return {jid: self.client_roster[jid]["subscription"] for jid in self.client_roster if jid != self.boundjid.bare}

    async def do_items(self, to, node=None):
        answer = await self["xep_0030"].get_items(to, node=node, timeout=20)
        return [{"jid": str(jid), "node": node, "name": name} for jid, node, name in answer["disco_items"]["items"]]

    async def do_info(self, to, node=None):
        info = (await self["xep_0030"].get_info(to, node=node, timeout=20))["disco_info"]
        return {"features": sorted(info["features"]),
                "identities": [{"category": i[0], "type": i[1], "lang": i[2], "name": i[3]}
                               for i in info["identities"]]}

    async def do_command(self, to, node, action="execute", session=None, form=None, lang=None):
        payload = None
        if form is not None:
            payload = self["xep_0004"].make_form(ftype="submit")
            for var, value in form.items():
                payload.add_field(var=var, value=value)
            payload = [payload]
        iq = self.Iq(sto=to, stype="set")
        if lang:
            iq["lang"] = lang
        command = iq["command"]
        command["node"], command["action"] = node, action
        if session:
            command["sessionid"] = session
        for part in payload or []:
            command.append(part)
        return command_result((await iq.send(timeout=30)).xml.find("{http://jabber.org/protocol/commands}command"))

    async def do_iq(self, to, type, payload, lang=None):
        iq = self.Iq(sto=to, stype=type)
        if lang:
            iq["lang"] = lang
        iq.xml.append(ElementTree.fromstring(payload))
        return xml(await iq.send(timeout=30))

    async def do_say(self, to, body, type="chat", lang=None):
        message = self.make_message(mto=to, mbody=body, mtype=type)
        if lang:
            message["lang"] = lang
        message.send()

    async def do_hear(self, seconds=20):
        message = await asyncio.wait_for(self.messages.get(), seconds)
        delay = message.xml.find("{urn:xmpp:delay}delay")
        return {"from": str(message["from"]), "type": message["type"], "body": message["body"],
                "delayed": delay is not None, "xml": xml(message)}

    async def do_central(self):
        """From now on takes events as central does, and answers for each batch."""
        self.events = []
        self.register_handler(Callback(
            "events", MatchXPath("{jabber:client}iq/{urn:rollcall:1}events"), self.take_events))

    def take_events(self, iq):
        batch = iq.xml.find("{urn:rollcall:1}events")
        for event in batch:
            self.events.append(dict(event.attrib, journal=batch.get("journal"), machine=iq["from"].bare))
        reply = iq.reply(clear=True)
        ElementTree.SubElement(reply.xml, "{urn:rollcall:1}stored", seq=batch[-1].get("seq"))
        reply.send()

    async def do_events(self):
        return self.events

    async def do_raw(self, xml):
        self.send_raw(xml)

    async def do_presence_log(self):
        """Every presence, in order; do_presences has the last of each."""
        return self.presence_log

    async def do_drop(self):
        """Ends the TCP connection without a word."""
        self.transport.abort()


def xml(stanza):
    return ElementTree.tostring(stanza.xml, encoding="unicode")


def command_result(command):
    form = command.find(FORM + "x")
    actions = command.find("{http://jabber.org/protocol/commands}actions")
    return {"status": command.get("status"), "session": command.get("sessionid"),
            "actions": [] if actions is None else [child.tag.split("}")[1] for child in actions],
            "notes": [{"type": note.get("type"), "text": note.text}
                      for note in command.findall("{http://jabber.org/protocol/commands}note")],
            "form": None if form is None else form_result(form)}


def form_result(form):
    return {"title": form.findtext(FORM + "title"), "type": form.get("type"),
            "instructions": [i.text for i in form.findall(FORM + "instructions")],
            "fields": [field(f) for f in form.findall(FORM + "field")],
            "reported": [f.get("var") for f in form.findall(FORM + "reported/" + FORM + "field")],
            "items": [{f.get("var"): f.findtext(FORM + "value") for f in item.findall(FORM + "field")}
                      for item in form.findall(FORM + "item")]}


def field(f):
    return {"var": f.get("var"), "type": f.get("type"), "label": f.get("label"),
            "required": f.find(FORM + "required") is not None,
            "values": [v.text for v in f.findall(FORM + "value")],
            "options": [o.findtext(FORM + "value") for o in f.findall(FORM + "option")]}


def stanza_error(error):
    iq = error.iq
    refused = iq["error"].xml.find("{urn:rollcall:1}refused")
    return {"condition": iq["error"]["condition"], "type": iq["error"]["type"], "text": iq["error"]["text"],
            "reason": None if refused is None else refused.get("reason"), "xml": xml(iq)}


async def answer(client, request):
    verb = request.pop("do")
    try:
        return {"result": await getattr(client, "do_" + verb)(**request)}
    except IqError as error:
        return {"error": stanza_error(error)}
    except (IqTimeout, asyncio.TimeoutError):
        return {"error": {"condition": "timeout", "text": "no answer"}}


async def main():
    loop = asyncio.get_event_loop()
    lines = asyncio.StreamReader(limit=2 ** 22)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    who = json.loads(await lines.readline())
    client = Client(who)
    client.connect(address=("127.0.0.1", who["port"]))
    try:
        await asyncio.wait_for(client.signed_in, 30)
    except (ConnectionError, asyncio.TimeoutError) as failure:
        say({"error": {"condition": "sign-in", "text": str(failure) or "no answer"}})
        return
    say({"result": str(client.boundjid)})
    while line := await lines.readline():
        say(await answer(client, json.loads(line)))
    await client.disconnect(wait=1)


def say(reply):
    print(json.dumps(reply), flush=True)


logging.basicConfig(level=logging.DEBUG)
asyncio.get_event_loop().run_until_complete(main())
