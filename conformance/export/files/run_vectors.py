"""Puts the vectors of this folder to an adapter: python3 run_vectors.py [GLOB] -- ./adapter [ARGUMENT ...]
Leaves with 0 where all passed, 1 where something failed, 2 where not everything could be asked. README.md says more."""
import base64, collections, fnmatch, gzip, hashlib, io, json, os, pathlib, subprocess, sys, tempfile, threading, zipfile
HERE, PIPE, SECONDS, STARTS = pathlib.Path(__file__).resolve().parent, subprocess.PIPE, 60, 20
PLAIN = {"create_system": 3, "create_version": 20, "extract_version": 20, "volume": 0, "extra": b"", "comment": b"",
         "date_time": (1980, 1, 1, 0, 0, 0), "compress_type": 8, "internal_attr": 0, "external_attr": 0o100644 << 16}
INTEGER = lambda digits: -0.0 if digits == "-0" else int(digits)

class Adapter:
    def __init__(self, command, folder):
        self.process = subprocess.Popen(command, stdin=PIPE, stdout=PIPE, encoding="utf-8", start_new_session=True)
        nonce, self.blobs = os.urandom(8).hex(), {name: tempfile.mkdtemp(dir=folder) for name in ("inputs", "outputs")}
        hello = self.ask({"type": "hello", "protocol": {"min": 1, "max": 1}, "nonce": nonce, "blobs": self.blobs})
        stamp = json.loads((HERE / "stamp.json").read_text())
        needed = {"type": "hello", "protocol": 1, "nonce": nonce, "parameters": stamp["parameters"]}
        if not needed.items() <= hello.items(): raise ValueError(f"{hello} is no greeting with {needed}")
    def ask(self, message):
        (watch := threading.Timer(SECONDS, getattr(os, "killpg", os.kill), (self.process.pid, 9))).start()
        try:
            print(json.dumps(message), file=self.process.stdin, flush=True)
            answer = dict(json.loads(self.process.stdout.readline(1 << 20) or '{"id": "nothing"}', parse_int=INTEGER))
        finally: watch.cancel()
        if answer.get("id") == message.get("id"): return answer
        raise ValueError(f"no answer to this call: {answer}")

def difference(want, got, at="value"):
    if isinstance(want, list):
        want, got = {"only": dict(enumerate(want))}, isinstance(got, list) and dict(enumerate(got))
    if not isinstance(want, dict): return None if type(want) is type(got) and repr(want) == repr(got) else at
    wanted = want.get("only", want.get("has"))
    if not isinstance(got, dict) or wanted.keys() - got.keys(): return at
    if "only" in want and got.keys() - wanted.keys(): return at
    return next(filter(None, (difference(each, got[key], f"{at}.{key}") for key, each in wanted.items())), None)

def archive_difference(want, artifact, outputs):
    inline = "$b64" in artifact and io.BytesIO(base64.b64decode(artifact["$b64"]))
    archive, entries = zipfile.ZipFile(inline or pathlib.Path(outputs, artifact["$blob"])), want["entries"]
    infos = archive.infolist()
    seen = {info.filename: hashlib.sha256(archive.read(info)).hexdigest() for info in infos}
    if len(infos) != len(entries) or seen != {name: entries[name] or seen.get(name) for name in entries}:
        return "the entries of the archive"
    for info, name in zip(infos, sorted(seen, key=str.encode)) if "plain" in want else ():
        fields = {**PLAIN, "filename": name, "flag_bits": 0 if name.isascii() else 1 << 11}
        if any(getattr(info, key) != fields[key] for key in fields): return f"place or fields of {info.filename}"

def wrong(expect, answer, outputs):
    (outcome,) = answer.keys() - {"type", "id"}
    if outcome != expect["outcome"]: return answer
    if outcome == "reject": return None if answer["reject"].get("reason") in expect["reasons"] else answer
    value = answer["ok"]["value"]
    place = difference(expect["value"], value) if "value" in expect else None
    return place or "archive" in expect and archive_difference(expect["archive"], value["artifact"], outputs)

def main(pattern, command, folder):
    adapter, starts, counts = Adapter(command, folder), 1, collections.Counter()
    for number, vector in enumerate(map(json.loads, open(HERE / "vectors.jsonl", encoding="utf-8")), 1):
        if not fnmatch.fnmatchcase(vector["id"], pattern): continue
        blobs = {pathlib.Path(adapter.blobs["inputs"], name): HERE / "blobs" / f"{name}.gz" for name in vector["blobs"]}
        for path, packed in blobs.items(): path.write_bytes(gzip.open(packed).read())
        call = {"type": "call", "id": number, "op": vector["op"], "input": vector["input"], "deadlineMs": 60_000}
        try: answer = adapter.ask(call)
        except Exception as error:
            adapter.process.kill()
            if starts == STARTS: raise ValueError(f"given up after {starts} starts: {error!r}") from error
            answer, adapter, starts = {"crash": error}, Adapter(command, folder), starts + 1
        try: seen = wrong(vector["expect"], answer, adapter.blobs["outputs"])
        except Exception as error: seen = error
        for path in blobs: path.unlink(missing_ok=True)
        verdict = ("unsupported" if "unsupported" in answer else "observed" if vector["expect"]["outcome"] == "observe"
                   else f"{vector['level']} failed" if seen else "passed")
        counts[verdict] += 1
        if "failed" in verdict: print(f"{verdict}: {vector['id']} expects {vector['expect']}, and not {seen}"[:1000])
    adapter.process.communicate('{"type": "bye"}\n', timeout=2)
    print(", ".join(f"{counts[verdict]} {verdict}" for verdict in sorted(counts)))
    return 1 if counts["must failed"] else 2 if counts["unsupported"] or not counts else 0

try:
    split, temporary = sys.argv.index("--"), tempfile.TemporaryDirectory()
    sys.exit(main([*sys.argv[1:split], "*"][0], sys.argv[split + 1:], temporary.name))
except Exception as error: sys.exit(print(f"{error!r}\n{__doc__}", file=sys.stderr) or 2)
