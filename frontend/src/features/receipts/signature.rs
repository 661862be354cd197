use guildhall_verify::Claim;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const ALGORITHM: &str = "Ed25519";

/// Whether the key of a receipt signed what the receipt says; `None` in a browser that cannot check that.
pub(super) async fn is_good(claim: &Claim) -> Option<bool> {
    let subtle: JsValue = window().crypto().ok()?.subtle().into();
    let usages = Array::of1(&"verify".into());
    let bytes = |bytes: &[u8]| JsValue::from(Uint8Array::from(bytes));
    let import = ["raw".into(), bytes(claim.public_key()), ALGORITHM.into(), false.into(), usages.into()];
    let key = call(&subtle, "importKey", import).await?;
    let verify = [ALGORITHM.into(), key, bytes(claim.signature()), bytes(claim.message())];
    call(&subtle, "verify", verify).await?.as_bool()
}

/// By name, since not every browser that has the methods knows the algorithm, and where pages are not secret there are none.
async fn call<const N: usize>(subtle: &JsValue, name: &str, values: [JsValue; N]) -> Option<JsValue> {
    let function: Function = Reflect::get(subtle, &name.into()).ok()?.dyn_into().ok()?;
    let promise: Promise =
        Reflect::apply(&function, subtle, &values.into_iter().collect::<Array>()).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
