"""Runs guests under Wasmtime, with fuel and epochs, in turns with another program: a line in, a line out.

`{"load": NAME, "wasm": BASE64}` compiles. `{"run": NAME, "entrypoint": ENTRYPOINT}` makes a fresh instance and answers
`{"result": NUMBER, "fuel": CONSUMED, "milliseconds": TIME}`, where the time is what the call alone
took of the processor. `{}` asks for
a sign of life.
"""

import base64
import json
import sys
import time

import wasmtime

FUEL = 10**12

config = wasmtime.Config()
config.consume_fuel = True
config.epoch_interruption = True
engine = wasmtime.Engine(config)
modules = {}


def load(name, wasm):
    modules[name] = wasmtime.Module(engine, base64.b64decode(wasm))
    return {}


def run(name, entrypoint):
    store = wasmtime.Store(engine)
    store.set_fuel(FUEL)
    store.set_epoch_deadline(1)
    call = wasmtime.Instance(store, modules[name], []).exports(store)[entrypoint]
    begin = time.thread_time()
    result = call(store)
    end = time.thread_time()
    return {"result": result, "fuel": FUEL - store.get_fuel(), "milliseconds": (end - begin) * 1000}


def answer(order):
    if "load" in order:
        return load(order["load"], order["wasm"])
    return run(order["run"], order["entrypoint"]) if "run" in order else {}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
