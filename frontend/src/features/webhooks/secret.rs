use leptos::prelude::*;

use crate::i18n::texts;
use crate::ui::{CopyButton, Notice, Tone};

/// What a signature is made of, as any program would write it.
const EXAMPLE: &str = "import hashlib, hmac, time

def is_from_guildhall(secret, header, body):
    parts = dict(part.split('=', 1) for part in header.split(','))
    if abs(time.time() - int(parts['t'])) > 300:
        return False
    told = parts['t'].encode() + b'.' + body
    mine = hmac.new(secret.encode(), told, hashlib.sha256).hexdigest()
    return hmac.compare_digest(mine, parts['v1'])
";

/// A secret, this once.
#[component]
pub(super) fn Secret(secret: String) -> impl IntoView {
    let shown = secret.clone();
    view! {
        <Notice tone=Tone::Warning>
            <p>{texts::webhooks::secret_once}</p>
        </Notice>
        <div class="field">
            <label class="field__label" for="webhook-secret">
                {texts::webhooks::secret}
            </label>
            <input class="input" id="webhook-secret" type="text" readonly=true value=shown />
        </div>
        <p>
            <CopyButton text=move || secret.clone() label=texts::webhooks::copy />
        </p>
    }
}

/// How a receiver finds out that a delivery is from us, and what it may count on.
#[component]
pub(super) fn HowToCheck() -> impl IntoView {
    view! {
        <section class="section" aria-labelledby="check-title">
            <h2 id="check-title">{texts::webhooks::check_title}</h2>
            <p>{texts::webhooks::check_text}</p>
            <pre class="card snippet" role="region" aria-labelledby="check-title" tabindex="0">
                <code>{EXAMPLE}</code>
            </pre>
            <p class="muted">{texts::webhooks::retries}</p>
        </section>
    }
}
