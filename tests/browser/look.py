#!/usr/bin/env python3
"""Opens pages in headless Chromium and says what is wrong with them.

    look.py PAGE.html … [--pictures FOLDER]

Each page is shown 1280, 400 and 320 pixels wide, light and dark, and as on paper. Wrong is: an error or a warning of the
browser's console, an exception, a request for anything but the page, and content that is wider than the window or than the box
it stands in. Exit code 0: nothing is wrong; 1: something is; 77: there is no Chromium. With --pictures a picture of each is kept.
Talks to the browser over its pipe (the Chrome DevTools Protocol), so that nothing but Python and Chromium is needed.
"""
import argparse
import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SIZES = [(1280, 900), (400, 800), (320, 700)]

# What stands out to the right of its window, or of the element that it is in; text of plots included.
OVERFLOW = """(() => {
  const wrong = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) wrong.push(`the page is ${root.scrollWidth} px wide in ${root.clientWidth}`);
  for (const one of document.querySelectorAll("body *")) {
    const box = one.getBoundingClientRect();
    if (box.width === 0) continue;
    if (box.right > root.clientWidth + 1 || box.left < -1)
      wrong.push(`<${one.localName}> from ${box.left} to ${box.right}: ${one.textContent.slice(0, 60)}`);
    const card = one.closest("section, .tiles div");
    if (card && card !== one && box.right > card.getBoundingClientRect().right + 1)
      wrong.push(`<${one.localName}> stands out of its card: ${one.textContent.slice(0, 60)}`);
  }
  if (document.scripts.length > 0) wrong.push("there is a script");
  if (document.body.textContent.length < 200) wrong.push("there is hardly any text");
  return wrong;
})()"""


class Browser:
    def __init__(self, program, profile):
        to_read, self.to = os.pipe()
        self.back, back_write = os.pipe()

        def hand_over():
            # The browser reads from 3 and writes to 4.
            source, target = os.dup(to_read), os.dup(back_write)
            os.dup2(source, 3)
            os.dup2(target, 4)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-background-networking", "--remote-debugging-pipe", f"--user-data-dir={profile}", "about:blank"],
            preexec_fn=hand_over, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(back_write)
        self.rest = b""
        self.number = 0
        self.events = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = None
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

    def read(self):
        while b"\0" not in self.rest:
            piece = os.read(self.back, 1 << 16)
            if not piece:
                sys.exit("the browser ended")
            self.rest += piece
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if getattr(self, "session", None):
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def wait(self, method):
        while True:
            for event in self.events:
                if event.get("method") == method:
                    return
            self.events.append(self.read())

    def close(self):
        self.process.terminate()
        self.process.wait()


def complaints_of(events, url):
    for event in events:
        method, data = event.get("method"), event.get("params", {})
        if method == "Log.entryAdded" and data["entry"]["level"] in ("error", "warning"):
            yield f"console: {data['entry']['text']}"
        elif method == "Runtime.exceptionThrown":
            yield f"exception: {data['exceptionDetails']}"
        elif method == "Runtime.consoleAPICalled":
            yield f"console: {data}"
        elif method == "Network.requestWillBeSent" and data["request"]["url"] != url:
            yield f"request: {data['request']['url']}"


def look(browser, page, pictures):
    url = pathlib.Path(page).resolve().as_uri()
    for domain in ("Page", "Network", "Log", "Runtime"):
        browser.call(f"{domain}.enable")
    wrong = []
    for medium, sizes in (("screen", SIZES), ("print", [(700, 900)])):
        for width, height in sizes:
            for scheme in ("light", "dark"):
                where = f"{page}, {medium}, {width} px, {scheme}"
                browser.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                             mobile=width < 600)
                browser.call("Emulation.setEmulatedMedia", media=medium,
                             features=[{"name": "prefers-color-scheme", "value": scheme}])
                browser.events.clear()
                browser.call("Page.navigate", url=url)
                browser.wait("Page.loadEventFired")
                found = browser.call("Runtime.evaluate", expression=OVERFLOW, returnByValue=True)
                if "value" not in found["result"]:
                    sys.exit(f"{where}: {found}")
                wrong += [f"{where}: {what}" for what in found["result"]["value"]]
                wrong += [f"{where}: {what}" for what in complaints_of(browser.events, url)]
                if pictures:
                    image = browser.call("Page.captureScreenshot", captureBeyondViewport=True)["data"]
                    name = f"{pathlib.Path(page).stem}-{medium}-{width}-{scheme}.png"
                    pathlib.Path(pictures, name).write_bytes(base64.b64decode(image))
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pages", nargs="+")
    parser.add_argument("--pictures")
    arguments = parser.parse_args()
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not program:
        print("skipped: no chromium; scripts/test --all installs it on Debian")
        return 77
    if arguments.pictures:
        os.makedirs(arguments.pictures, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(program, profile)
        try:
            wrong = [what for page in arguments.pages for what in look(browser, page, arguments.pictures)]
        finally:
            browser.close()
    for what in wrong:
        print(what)
    return 1 if wrong else 0


sys.exit(main())
