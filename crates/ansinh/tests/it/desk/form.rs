//! Forms as a browser without scripts reads them from a page and sends them.

/// A form of a page.
#[derive(Clone, Debug)]
pub(crate) struct SeenForm {
    pub(crate) action: String,
    pub(crate) fields: Vec<(String, String)>,
}

impl SeenForm {
    /// The form with a field typed over.
    pub(crate) fn with(mut self, name: &str, value: &str) -> SeenForm {
        match self.fields.iter_mut().find(|(own, _)| own == name) {
            Some((_, own)) => *own = value.to_owned(),
            None => self.fields.push((name.to_owned(), value.to_owned())),
        }
        self
    }
}

/// The form of a page that has a button leading to an address that ends so.
pub(crate) fn form_in(html: &str, end: &str) -> Option<SeenForm> {
    let mut forms = html.split("<form").skip(1).map(|rest| rest.split("</form>").next().unwrap());
    forms.find_map(|form| {
        let tag = form.split('>').next().unwrap();
        let own = attribute(tag, "action").unwrap_or_default();
        let buttons = form
            .split("<button")
            .skip(1)
            .filter_map(|button| attribute(button.split('>').next().unwrap(), "formaction"));
        let action = std::iter::once(own).chain(buttons).find(|action| action.ends_with(end))?;
        Some(SeenForm { action, fields: fields(form) })
    })
}

/// What a browser sends of a form as it stands.
fn fields(form: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut rest = form;
    while let Some(start) = rest.find(['<']) {
        rest = &rest[start + 1..];
        let Some(tag) = rest.split('>').next() else { break };
        let name = attribute(tag, "name");
        match (tag.split_whitespace().next().unwrap_or_default(), name) {
            ("input", Some(name)) => {
                let kind = attribute(tag, "type").unwrap_or_default();
                let chosen = !["checkbox", "radio"].contains(&kind.as_str()) || tag.contains(" checked");
                if chosen {
                    fields.push((name, attribute(tag, "value").unwrap_or_default()));
                }
            }
            ("textarea", Some(name)) => {
                let text = rest.split_once('>').unwrap().1.split("</textarea>").next().unwrap();
                fields.push((name, unescaped(text.strip_prefix('\n').unwrap_or(text))));
            }
            ("select", Some(name)) => {
                let options = rest.split("</select>").next().unwrap();
                fields.push((name, chosen_option(options)));
            }
            _ => {}
        }
    }
    fields
}

fn chosen_option(options: &str) -> String {
    let all = || options.split("<option").skip(1);
    let chosen = all().find(|option| option.split('>').next().unwrap().contains(" selected")).or_else(|| all().next());
    let option = chosen.unwrap_or_default();
    let (tag, text) = option.split_once('>').unwrap_or_default();
    attribute(tag, "value").unwrap_or_else(|| unescaped(text.split('<').next().unwrap()))
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next().map(unescaped)
}

pub(crate) fn unescaped(text: &str) -> String {
    let pairs = [
        ("&#38;", "&"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
        ("&quot;", "\""),
    ];
    pairs.into_iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

pub(crate) fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
