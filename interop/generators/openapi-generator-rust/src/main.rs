//! Makes the nine calls, and prints one line of JSON for each.

use openapi::apis::configuration::Configuration;
use openapi::apis::chat_api::{self, CreateChatCompletionSuccess};
use openapi::apis::embeddings_api::{self, CreateEmbeddingSuccess};
use openapi::apis::file_api::{self, CreateFileSuccess};
use openapi::apis::images_api::{self, CreateImageSuccess};
use openapi::apis::midjourney_api::{self, GetMidjourneyTaskSuccess, SubmitMidjourneyImagineSuccess};
use openapi::apis::models_api::{self, ListModelsSuccess};
use openapi::apis::{stability_api, Error};
use openapi::models;
use serde_json::{json, Value};
use sha2::{Digest, Sha256};
use std::error::Error as StdError;
use std::future::Future;

type Observed = Result<Value, Box<dyn StdError>>;

/// Streams are decoded here.
const BY_HAND: [&str; 1] = ["stream"];

async fn call(name: &str, run: impl Future<Output = Observed>) {
    let line = match run.await {
        Ok(observed) => json!({"call": name, "observed": observed, "by_hand": BY_HAND.contains(&name)}),
        Err(error) => json!({"call": name, "failed": error.to_string()}),
    };
    println!("{line}");
}

fn configuration(key: &str) -> Configuration {
    let mut configuration = Configuration::new();
    configuration.base_path = std::env::var("BASE_URL").unwrap_or_default();
    configuration.bearer_access_token = Some(key.to_string());
    configuration
}

fn hello(stream: bool) -> models::CreateChatCompletionRequest {
    let content = models::ChatCompletionUserMessageParamContent::String("Hello!".to_string());
    let role = models::chat_completion_user_message_param::Role::User;
    let message = models::ChatCompletionUserMessageParam::new(content, role);
    let messages = vec![models::ChatCompletionMessageParam::User(Box::new(message))];
    let mut request = models::CreateChatCompletionRequest::new(messages, "gpt-4o".to_string());
    request.stream = Some(Some(stream));
    request
}

async fn models(api: &Configuration) -> Observed {
    match models_api::list_models(api).await?.entity {
        Some(ListModelsSuccess::Status200(found)) => Ok(json!({"count": found.data.len(), "first": found.data[0].id})),
        _ => Err("no result".into()),
    }
}

async fn chat(api: &Configuration) -> Observed {
    match chat_api::create_chat_completion(api, hello(false)).await?.entity {
        Some(CreateChatCompletionSuccess::Status200(found)) => Ok(json!({"text": found.choices[0].message.content})),
        _ => Err("no result".into()),
    }
}

/// The client reads no stream; the response has its text.
async fn stream(api: &Configuration) -> Observed {
    let events = chat_api::create_chat_completion(api, hello(true)).await?.content;
    let mut text = String::new();
    for data in events.lines().filter_map(|line| line.strip_prefix("data: {")) {
        let event: Value = serde_json::from_str(&format!("{{{data}"))?;
        text += event["choices"][0]["delta"]["content"].as_str().unwrap_or_default();
    }
    Ok(json!({"text": text}))
}

async fn embeddings(api: &Configuration) -> Observed {
    let input = models::CreateEmbeddingRequestInput::String("The food was delicious.".to_string());
    let request = models::CreateEmbeddingRequest::new(input, "text-embedding-3-small".to_string());
    match embeddings_api::create_embedding(api, request).await?.entity {
        Some(CreateEmbeddingSuccess::Status200(found)) => {
            let vector = serde_json::to_value(&found.data[0].embedding)?;
            Ok(json!({"length": vector.as_array().map(Vec::len)}))
        }
        _ => Err("no result".into()),
    }
}

async fn image(api: &Configuration) -> Observed {
    let request = models::CreateImageRequest::new("A cute baby sea otter".to_string());
    match images_api::create_image(api, request).await?.entity {
        Some(CreateImageSuccess::Status200(found)) => Ok(json!({"url": found.data[0].url})),
        _ => Err("no result".into()),
    }
}

async fn upload(api: &Configuration) -> Observed {
    match file_api::create_file(api, std::env::var("UPLOAD")?.into(), None).await?.entity {
        Some(CreateFileSuccess::Status200(found)) => Ok(json!({"name": found.file.file_name})),
        _ => Err("no result".into()),
    }
}

async fn midjourney(api: &Configuration) -> Observed {
    let request = models::SubmitMidjourneyImagineRequest::new("a red lighthouse on a cliff --ar 3:2".to_string());
    let started = midjourney_api::submit_midjourney_imagine(api, request).await?;
    let Some(SubmitMidjourneyImagineSuccess::Status200(submitted)) = started.entity else {
        return Err("no result".into());
    };
    let id = serde_json::to_value(&submitted.result)?;
    for _ in 0..9 {
        let found = midjourney_api::get_midjourney_task(api, id.as_str().unwrap_or_default()).await?;
        let Some(GetMidjourneyTaskSuccess::Status200(task)) = found.entity else { return Err("no result".into()) };
        let status = serde_json::to_value(&task.status)?;
        if status == "SUCCESS" {
            let buttons = serde_json::to_value(&task.buttons)?;
            return Ok(json!({"status": status, "buttons": buttons.as_array().map(Vec::len)}));
        }
    }
    Err("the task is not done".into())
}

async fn stability(api: &Configuration) -> Observed {
    let (accept, prompt) = ("image/*", "A lighthouse on a cliff");
    let response =
        stability_api::create_stable_image_core(api, accept, prompt, None, None, None, None, None, None, None, None)
            .await?;
    let raw = response.bytes().await?;
    Ok(json!({"bytes": raw.len(), "sha256": format!("{:x}", Sha256::digest(&raw))}))
}

async fn error() -> Observed {
    match models_api::list_models(&configuration("sk-WRONG-KEY")).await {
        Err(Error::ResponseError(told)) => {
            let body: models::ErrorBody = serde_json::from_str(&told.content)?;
            let error = serde_json::to_value(&body.error)?;
            let message = error["message"].as_str().unwrap_or_default();
            let message = message.split(" (").next();
            Ok(json!({"status": told.status.as_u16(), "message": message}))
        }
        Err(other) => Err(other.into()),
        Ok(_) => Err("no error".into()),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let api = configuration(&std::env::var("API_KEY").unwrap_or_default());
    call("models", models(&api)).await;
    call("chat", chat(&api)).await;
    call("stream", stream(&api)).await;
    call("embeddings", embeddings(&api)).await;
    call("image", image(&api)).await;
    call("upload", upload(&api)).await;
    call("midjourney", midjourney(&api)).await;
    call("stability", stability(&api)).await;
    call("error", error()).await;
}
