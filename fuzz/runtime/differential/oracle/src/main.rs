//! Says what Wasmtime makes of a module, for whoever wants to compare: one JSON object a line in, one a line out.
//!
//!   {"op":"run","module":BASE64,"entrypoints":["run"],"budgets":["100"],"memory":65536,"table":10,"instances":1,"grants":[2,1,0,0]}
//!     {"runs":[{"stop":null,"exitCode":7,"fuelLeft":"98","trap":null,"hostCalls":["http-count()=2"]}]}, entrypoint by
//!     entrypoint and budget by budget, or {"refused":"why it is no module"}
//!   {"op":"generate","seed":1,"imports":BASE64,"exports":BASE64,"features":["memory64"]}
//!     {"module":BASE64}, or {"refused":"why the seed gives none"}
//!
//! With --source it prints what it was built from, so that it can be told whether that is still so.

use base64::{engine::general_purpose::STANDARD, Engine as _};
use serde_json::{json, Value};
use std::io::{BufRead, Write};
use wasm_smith::Config as Shape;
use wasmtime::*;

type Failure = Box<dyn std::error::Error>;

const HOST: &str = "palyra:plugins/host-capabilities@0.1.0";
const CLASSES: [&str; 4] = ["http", "secret", "storage", "channel"];
const KEPT_CALLS: usize = 100;

struct Host {
    limits: StoreLimits,
    calls: Vec<String>,
}

fn main() -> Result<(), Failure> {
    if std::env::args().any(|argument| argument == "--source") {
        print!("{}{}{}", include_str!("main.rs"), include_str!("../Cargo.toml"), include_str!("../Cargo.lock"));
        return Ok(());
    }
    let engine = Engine::new(Config::new().consume_fuel(true).epoch_interruption(true))?;
    for line in std::io::stdin().lock().lines() {
        let request: Value = serde_json::from_str(&line?)?;
        let reply = match request["op"].as_str() {
            Some("run") => run_all(&engine, &request)?,
            Some("generate") => generate(&request)?,
            _ => return Err("no such operation".into()),
        };
        let mut out = std::io::stdout().lock();
        writeln!(out, "{reply}")?;
        out.flush()?;
    }
    Ok(())
}

fn run_all(engine: &Engine, request: &Value) -> Result<Value, Failure> {
    let module = match Module::from_binary(engine, &bytes(&request["module"])?) {
        Ok(module) => module,
        Err(error) => return Ok(json!({ "refused": format!("{error:#}") })),
    };
    let mut runs = Vec::new();
    for entrypoint in texts(&request["entrypoints"]) {
        for budget in texts(&request["budgets"]) {
            runs.push(run(engine, &module, entrypoint, budget.parse()?, request)?);
        }
    }
    Ok(json!({ "runs": runs }))
}

fn run(engine: &Engine, module: &Module, entrypoint: &str, budget: u64, request: &Value) -> Result<Value, Failure> {
    let most = |name: &str| request[name].as_u64().unwrap_or(0) as usize;
    let limits = StoreLimitsBuilder::new()
        .memory_size(most("memory"))
        .table_elements(most("table"))
        .instances(most("instances"))
        .build();
    let mut store = Store::new(engine, Host { limits, calls: Vec::new() });
    store.limiter(|host| &mut host.limits);
    store.set_fuel(budget)?;
    store.set_epoch_deadline(u64::MAX / 2);
    let linker = linker(engine, &request["grants"])?;
    let ended = call(&mut store, &linker, module, entrypoint);
    let fuel = store.get_fuel()?;
    let (stop, exit_code, error) = match ended {
        Ok(exit_code) => (None, Some(exit_code), None),
        Err((None, error)) => (Some("missing-export"), None, Some(error)),
        Err((Some(stage), error)) => (Some(classify(&error, fuel, stage)), None, Some(error)),
    };
    let trap = error.and_then(|error| error.downcast_ref::<Trap>().map(|trap| format!("{trap:?}")));
    let calls = &store.data().calls;
    Ok(json!({ "stop": stop, "exitCode": exit_code, "fuelLeft": fuel.to_string(), "trap": trap, "hostCalls": calls }))
}

/// A failure comes with the stage it belongs to; looking for the entrypoint is none.
fn call(
    store: &mut Store<Host>,
    linker: &Linker<Host>,
    module: &Module,
    entrypoint: &str,
) -> Result<i32, (Option<&'static str>, Error)> {
    let instance = linker.instantiate(&mut *store, module).map_err(|error| (Some("linker"), error))?;
    let function = instance.get_typed_func::<(), i32>(&mut *store, entrypoint).map_err(|error| (None, error))?;
    function.call(store, ()).map_err(|error| (Some("execution"), error))
}

/// Time, fuel as far as it is seen, the other limits by their messages, and the stage where it was none of them.
fn classify(error: &Error, fuel: u64, stage: &'static str) -> &'static str {
    let phrases = ["resource limit exceeded", "exceeds memory limits"];
    match error.downcast_ref::<Trap>() {
        Some(Trap::Interrupt) => "timed-out",
        _ if fuel == 0 => "limit",
        Some(Trap::OutOfFuel | Trap::AllocationTooLarge) => "limit",
        _ if error.chain().any(|each| phrases.iter().any(|phrase| each.to_string().contains(phrase))) => "limit",
        _ => stage,
    }
}

fn linker(engine: &Engine, grants: &Value) -> Result<Linker<Host>, Failure> {
    let mut linker = Linker::new(engine);
    for (position, class) in CLASSES.iter().enumerate() {
        let granted = grants[position].as_i64().unwrap_or(0) as i32;
        let first = 10_000 * (position as i32 + 1);
        let (count, handle) = (format!("{class}-count"), format!("{class}-handle"));
        linker.func_wrap(HOST, &count.clone(), move |mut caller: Caller<'_, Host>| {
            note(caller.data_mut(), || format!("{count}()={granted}"));
            granted
        })?;
        linker.func_wrap(HOST, &handle.clone(), move |mut caller: Caller<'_, Host>, index: i32| {
            let result = if (0..granted).contains(&index) { first + index } else { -1 };
            note(caller.data_mut(), || format!("{handle}({index})={result}"));
            result
        })?;
    }
    Ok(linker)
}

fn note(host: &mut Host, call: impl FnOnce() -> String) {
    if host.calls.len() < KEPT_CALLS {
        host.calls.push(call());
    }
}

/// A module of wasm-smith, by the seed alone, and so is what it may hold: much of one thing leaves no room for another.
fn generate(request: &Value) -> Result<Value, Failure> {
    let mut numbers = Numbers(request["seed"].as_u64().unwrap_or(0));
    let food: Vec<u8> = (0..500 + numbers.below(5500)).map(|_| numbers.below(256) as u8).collect();
    let features = texts(&request["features"]);
    let has = |feature: &str| features.contains(&feature);
    let mut shape = Shape::default();
    shape.available_imports = Some(bytes(&request["imports"])?);
    shape.exports = Some(bytes(&request["exports"])?);
    shape.max_imports = 4;
    shape.exceptions_enabled = false;
    shape.gc_enabled = false;
    shape.threads_enabled = false;
    shape.relaxed_simd_enabled = false;
    shape.memory64_enabled = has("memory64") && has("table64");
    shape.extended_const_enabled = has("extended-const");
    shape.max_memories = if has("multi-memory") { 3 } else { 1 };
    shape.reference_types_enabled = numbers.once_in(4);
    shape.simd_enabled = numbers.once_in(2);
    shape.allow_floats = numbers.once_in(2);
    // The bits of what is no number are each engine's own affair.
    shape.canonicalize_nans = true;
    shape.allow_start_export = numbers.once_in(2);
    shape.disallow_traps = numbers.once_in(3);
    shape.min_uleb_size = if numbers.once_in(10) { 5 } else { 1 };
    shape.max_instructions = 20 + numbers.below(380) as usize;
    shape.min_funcs = 4;
    shape.max_funcs = 12;
    shape.max_types = 20;
    shape.max_globals = 8;
    shape.max_tables = 3;
    shape.max_table_elements = 50;
    shape.max_memory32_bytes = 4 * 65_536;
    shape.max_memory64_bytes = 4 * 65_536;
    match wasm_smith::Module::new(shape, &mut arbitrary::Unstructured::new(&food)) {
        Ok(module) => Ok(json!({ "module": STANDARD.encode(module.to_bytes()) })),
        Err(error) => Ok(json!({ "refused": error.to_string() })),
    }
}

/// Numbers that look random and are the same for the same seed (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }

    fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }
}

fn bytes(value: &Value) -> Result<Vec<u8>, Failure> {
    Ok(STANDARD.decode(value.as_str().ok_or("bytes are missing")?)?)
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}
