"""Puts the vectors of this folder to an adapter: run_vectors.py [GLOB] -- ./adapter [ARGUMENT ...]; see README.md."""
import base64, collections, contextlib, fnmatch, gzip, hashlib, io, json
import os, pathlib, subprocess, sys, tempfile, threading, zipfile
HERE, PIPE, SECONDS, STARTS = pathlib.Path(__file__).resolve().parent, subprocess.PIPE, 60, 20
PLAIN = {"create_system": 3, "create_version": 20, "extract_version": 20, "volume": 0, "extra": b"", "comment": b"",
         "date_time": (1980, 1, 1, 0, 0, 0), "compress_type": 8, "internal_attr": 0, "external_attr": 0o100644 << 16}
PIPES = {"stdin": PIPE, "stdout": PIPE, "encoding": "utf-8", "errors": "backslashreplace"}
class Adapter:
    def __init__(self, command, folder, parameters):
        self.process = subprocess.Popen(command, start_new_session=True, **PIPES)
        nonce, self.blobs = os.urandom(8).hex(), {name: tempfile.mkdtemp(dir=folder) for name in ("inputs", "outputs")}
        self.hello = self.ask({"type": "hello", "protocol": {"min": 1, "max": 1}, "nonce": nonce, "blobs": self.blobs})
        needed = {"type": "hello", "protocol": 1, "nonce": nonce, "parameters": parameters}
        if not needed.items() <= self.hello.items(): raise ConnectionError(f"{self.hello} is no greeting with {needed}")
    def ask(self, message):
        (watch := threading.Timer(SECONDS, getattr(os, "killpg", os.kill), (self.process.pid, 9))).start()
        with contextlib.suppress(OSError): print(json.dumps(message), file=self.process.stdin, flush=True)
        try: line = self.process.stdout.readline(1 << 20)
        finally: watch.cancel()
        try: answer = json.loads(line, parse_int=lambda digits: -0.0 if digits == "-0" else int(digits))
        except (ValueError, RecursionError): answer = None
        if isinstance(answer, dict) and answer.get("id") == message.get("id"): return answer
        raise ConnectionError(f"it wrote {line.rstrip()[:300]!r} and no answer" if line else "it gave no answer")

def difference(want, got, at="value"):
    if type(want) is list: want, got = {"only": dict(enumerate(want))}, type(got) is list and dict(enumerate(got))
    if not isinstance(want, dict): return None if type(want) is type(got) and repr(want) == repr(got) else at
    wanted = want.get("only", want.get("has"))
    if type(got) is not dict or wanted.keys() - got.keys() or "only" in want and got.keys() - wanted.keys(): return at
    return next(filter(None, (difference(each, got[key], f"{at}.{key}") for key, each in wanted.items())), None)

def archive_difference(want, artifact, outputs):
    inline, entries = "$b64" in artifact and io.BytesIO(base64.b64decode(artifact["$b64"])), want["entries"]
    infos = (archive := zipfile.ZipFile(inline or pathlib.Path(outputs, artifact["$blob"]))).infolist()
    seen = {info.filename: hashlib.sha256(archive.read(info)).hexdigest() for info in infos}
    if len(infos) != len(entries) or seen != {n: entries[n] or seen.get(n) for n in entries}: return "archive entries"
    for info, name in zip(infos, sorted(seen, key=str.encode)) if "plain" in want else ():
        fields = {**PLAIN, "filename": name, "flag_bits": 0 if name.isascii() else 1 << 11}
        if any(getattr(info, key) != fields[key] for key in fields): return f"place or fields of {info.filename}"

def fuel_difference(budgets, runs):
    done = sorted((b, run["exitCode"], run["fuelLeft"]) for b, run in zip(budgets, runs) if run["stop"] is None)
    least, code, *_ = [*done, (1 << 64, 0)][0]
    price = next((b - min(b, int(left)) for b, _, left in done if left > 0), 10**6 * max(1, least))
    return difference([{"has": {"stop": None, "exitCode": int(code), "fuelLeft": max(0, b - price)} if b >= min(
        least, price + 1) else {"stop": "limit", "fuelLeft": 0}} for b in budgets], runs, "value.runs")

def wrong(expect, answer, call, outputs):
    (_,) = answer.keys() - {"type", "id"}
    if "reasons" in expect: return None if answer["reject"].get("reason") in expect["reasons"] else answer
    value = answer["ok"]["value"]
    return ("value" in expect and difference(expect["value"], value)
            or "archive" in expect and archive_difference(expect["archive"], value["artifact"], outputs)
            or "relation" in expect and fuel_difference(call["input"]["fuelBudgets"], value["runs"]))

def main(pattern, command, folder, parameters):
    counts, adapter, starts = collections.Counter(), None, (Adapter(command, folder, parameters) for _ in range(STARTS))
    vectors = [v for v in map(json.loads, open(HERE / "vectors.jsonl", "rb")) if fnmatch.fnmatchcase(v["id"], pattern)]
    for number, vector in enumerate(vectors, 1):
        try: adapter, why = adapter or next(starts, None), f"given up after {STARTS} starts"
        except OSError as error: why = f"{command[0]}: {error.strerror}" if error.strerror else error
        if not adapter: print(f"Not everything was asked: {why}.", file=sys.stderr); break
        without, want = {*vector.get("needs", [])} - {*adapter.hello.get("features", [])}, vector["expect"]
        blobs = {pathlib.Path(adapter.blobs["inputs"], name): HERE / "blobs" / f"{name}.gz" for name in vector["blobs"]}
        for path, packed in blobs.items(): path.write_bytes(gzip.open(packed).read())
        call = {"type": "call", "id": number, "op": vector["op"], "input": vector["input"], "deadlineMs": 60_000}
        try: seen = wrong(want, answer := adapter.ask(call), call, adapter.blobs["outputs"])
        except ConnectionError as error: answer, seen, adapter = {}, error, adapter.process.kill()
        except Exception as error: seen = error if isinstance(error, zipfile.BadZipFile) else answer
        for path in blobs: path.unlink(missing_ok=True)
        counts[(verdict := "observed" if without or want["outcome"] == "observe" else "unsupported" if "unsupported" in
                answer else f"{vector['level']} failed" if seen else "not judged" if "page" in want else "passed")] += 1
        if "failed" in verdict: print(f"{verdict}: {vector['id']} expects {want}; wrong: {seen}"[:1000])
    with contextlib.suppress(Exception): adapter.process.communicate('{"type": "bye"}\n', timeout=2)
    if len(vectors) > sum(counts.values()): counts["not asked"] = len(vectors) - sum(counts.values())
    print(", ".join(f"{counts[verdict]} {verdict}" for verdict in sorted(counts)) or f"No vector is called {pattern}.")
    return 2 if counts["not asked"] or not counts else 1 if counts["must failed"] else 2 if counts["unsupported"] else 0
if "--" not in sys.argv[1:-1]: sys.exit(print('The command of the adapter stands behind "--".', file=sys.stderr) or 2)
split, temporary, stamp = sys.argv.index("--"), tempfile.TemporaryDirectory(), json.load(open(HERE / "stamp.json"))
sys.exit(main([*sys.argv[1:split], "*"][0], sys.argv[split + 1:], temporary.name, stamp["parameters"]))
