use leptos::prelude::*;

use super::example::{command, pretty};
use super::operations::{Operation, Parameter};
use super::schema::Row;
use crate::browser;
use crate::i18n::{language, texts};
use crate::ui::CopyButton;

/// An operation: one line until it is opened, since there are many and each is long.
#[component]
pub(super) fn OperationView(operation: Operation) -> impl IntoView {
    let opened = RwSignal::new(false);
    let (method, path) = (operation.method.clone(), operation.path.clone());
    let (id, summary) = (operation.id.clone(), operation.summary.clone());
    let operation = StoredValue::new(operation);
    view! {
        <details class="operation" id=id on:toggle=move |_| opened.set(true)>
            <summary>
                <span class="operation__method" lang="en">{method}</span>
                <code class="operation__path" lang="en">{path}</code>
                <span class="operation__summary" lang="en">{summary}</span>
            </summary>
            {move || opened.get().then(|| operation.with_value(body))}
        </details>
    }
}

fn body(operation: &Operation) -> impl IntoView + use<> {
    let said = operation.description.iter().map(|part| view! { <p lang="en">{part.clone()}</p> }.into_any());
    let scope = operation.scope.clone().map(|scope| {
        view! {
            <p>
                {texts::developers::scope_needed} " " <code lang="en">{scope}</code>
            </p>
        }
    });
    let parameters = (!operation.parameters.is_empty()).then(|| parameters(&operation.parameters));
    let sent = operation.body.as_ref().map(|(rows, example)| {
        view! {
            <h2>{texts::developers::body}</h2>
            {fields(rows)}
            <h2>{texts::developers::body_example}</h2>
            <pre class="code" tabindex="0" lang="en">{pretty(example)}</pre>
        }
    });
    let answers = operation.responses.iter().map(|(status, meaning, rows)| {
        view! {
            <p class="operation__status">
                <code lang="en">{status.clone()}</code> " " <span lang="en">{meaning.clone()}</span>
            </p>
            {(!rows.is_empty()).then(|| fields(rows))}
        }
    });
    let asked = command(operation, &browser::origin());
    view! {
        <div class="operation__body">
            {said.collect_view()}
            {scope}
            {parameters}
            {sent}
            <h2>{texts::developers::answers}</h2>
            {answers.collect_view()}
            <h2>{texts::developers::with_curl}</h2>
            <pre class="code" tabindex="0" lang="en">{asked.clone()}</pre>
            <p><CopyButton text=asked label=texts::developers::copy_command /></p>
        </div>
    }
}

fn parameters(parameters: &[Parameter]) -> AnyView {
    let rows = parameters.iter().map(|one| {
        let Parameter { place, name, kind, is_required, description } = one.clone();
        view! {
            <tr>
                <th scope="row">
                    <code>{name}</code>
                    {needed(is_required)}
                </th>
                <td>
                    <code>{kind}</code>
                    <span class="second">{place}</span>
                </td>
                <td>{description}</td>
            </tr>
        }
    });
    view! {
        <h2>{texts::developers::parameters}</h2>
        {table(rows.collect_view().into_any())}
    }
    .into_any()
}

fn fields(rows: &[Row]) -> AnyView {
    let rows = rows.iter().map(|row| {
        let Row { depth, name, kind, is_required, description } = row.clone();
        view! {
            <tr data-depth=depth.to_string()>
                <th scope="row">
                    <code>{name}</code>
                    {needed(is_required)}
                </th>
                <td>
                    <code>{kind}</code>
                </td>
                <td>{description}</td>
            </tr>
        }
    });
    table(rows.collect_view().into_any())
}

fn needed(is_required: bool) -> Option<impl IntoView> {
    is_required.then(
        || view! { <span class="second" lang=move || language().tag()>{texts::developers::required}</span> },
    )
}

/// What it describes is written in English, whatever is read around it.
fn table(rows: AnyView) -> AnyView {
    view! {
        <div class="fields" role="group" aria-label=texts::developers::fields tabindex="0">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{texts::developers::field}</th>
                        <th scope="col">{texts::developers::kind}</th>
                        <th scope="col">{texts::developers::meaning}</th>
                    </tr>
                </thead>
                <tbody lang="en">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
