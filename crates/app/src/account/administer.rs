//! Administration of accounts: make, find, disable, reset, grant. An administrator reaches only
//! accounts whose every grant lies in the administrator's own area. Each form is carried out once.

use ansinh_kernel::date::Date;
use ansinh_kernel::problem::{Place, Problem, Problems};
use ansinh_kernel::text::{fold, nfc};
use ansinh_store::StoreError;
use ansinh_store::account::{Account, AccountState, Grant, Role};

use super::{AccountList, AccountQuery, AccountView, Credentials, NewAccount, NewGrant, secret};
use crate::access::{Actor, Scope, Verb, may_be_joined, needs_second_factor};
use crate::context::App;
use crate::error::{AppError, AppResult};
use crate::sheet::{FormKey, Outcome};

/// Accounts shown on one page.
const PAGE: usize = 50;
/// Accounts read at a time.
const READ_AT_ONCE: i64 = 50;

impl App {
    /// Makes an account; the secrets are returned once and kept only as hashes (the second factor's
    /// secret is kept, since codes are checked with it). None when the form was carried out before.
    ///
    /// # Errors
    /// `Forbidden` or `NotFound` outside the administrator's area; `Problems` for a bad or taken name;
    /// `RepeatedForm`.
    pub async fn add_account(&self, actor: &Actor, new: &NewAccount, form: &FormKey) -> AppResult<Option<Credentials>> {
        self.authorise_grant(actor, &new.grant)?;
        self.make_account(&actor.account.id, new, Some((actor, form))).await
    }

    /// Makes an account from the command line, where whoever may run it owns the database.
    ///
    /// # Errors
    /// `Problems` for a bad or taken name, an unknown area or agency.
    pub async fn add_account_as_operator(&self, new: &NewAccount) -> AppResult<Credentials> {
        let made = self.make_account("operator", new, None).await?;
        made.ok_or_else(|| AppError::Broken("without a form there is no repetition".to_owned()))
    }

    async fn make_account(
        &self,
        author: &str,
        new: &NewAccount,
        form: Option<(&Actor, &FormKey)>,
    ) -> AppResult<Option<Credentials>> {
        self.check_new(new)?;
        let password = secret::new_password(&self.ambient);
        let totp_secret = needs_second_factor(new.grant.role).then(|| secret::new_totp_secret(&self.ambient));
        let display_name = nfc(new.display_name.trim());
        let account = Account {
            id: self.new_id(),
            username: new.username.clone(),
            folded_name: fold(&display_name),
            display_name,
            password_hash: secret::hash(&self.ambient, &password).await?,
            totp_secret: totp_secret.clone(),
            state: AccountState::Active,
            created_at: self.ambient.now(),
            version: 1,
        };
        let mut write = self.database.write().await?;
        if let Some((actor, form)) = form
            && self.take_key(&mut write, actor, form).await? == Outcome::Repeated
        {
            return Ok(None);
        }
        match write.insert_account(&account).await {
            Err(StoreError::Constraint { .. }) => return Err(username_taken().into()),
            other => other?,
        }
        write.insert_grant(&self.grant_of(&account.id, &new.grant)).await?;
        write.commit(self.note(author, "account.add")).await?;
        Ok(Some(Credentials { username: account.username, password, totp_secret }))
    }

    fn check_new(&self, new: &NewAccount) -> AppResult<()> {
        let mut problems = Problems::default();
        let letters =
            |text: &str| text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-_".contains(c));
        if !(3..=60).contains(&new.username.len()) || !letters(&new.username) {
            let what = format!("Tên đăng nhập “{}” không dùng được", new.username);
            let mend = "Dùng 3–60 chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối";
            problems.push(Problem::new("username-shape", what, mend).at(Place::nowhere().field("username")));
        }
        if new.display_name.trim().is_empty() {
            let problem = Problem::new("account-name-empty", "Chưa có họ tên", "Nhập họ tên người dùng tài khoản");
            problems.push(problem.at(Place::nowhere().field("display_name")));
        }
        if self.packs.areas.get(&new.grant.area).is_none() {
            let what = format!("Không có địa bàn mã {}", new.grant.area);
            let problem = Problem::new("account-area-unknown", what, "Chọn một địa bàn trong danh mục");
            problems.push(problem.at(Place::nowhere().field("area")));
        }
        if let Some(agency) = new.grant.agency.as_ref().filter(|agency| self.packs.agencies.get(agency).is_none()) {
            let what = format!("Không có cơ quan mã {agency}");
            let problem = Problem::new("account-agency-unknown", what, "Chọn một cơ quan trong danh mục");
            problems.push(problem.at(Place::nowhere().field("agency")));
        }
        if problems.is_empty() { Ok(()) } else { Err(problems.into()) }
    }

    fn grant_of(&self, account_id: &str, new: &NewGrant) -> Grant {
        Grant {
            id: self.new_id(),
            account_id: account_id.to_owned(),
            role: new.role,
            agency: new.agency.clone(),
            area: new.area.clone(),
            valid_from: self.today(),
            valid_to: None,
        }
    }

    fn authorise_grant(&self, actor: &Actor, grant: &NewGrant) -> AppResult<()> {
        actor.authorise_somewhere(Verb::ManageAccounts)?;
        let scope = Scope { area: &grant.area, agency: None };
        if actor.may(&self.packs, Verb::ManageAccounts, scope) { Ok(()) } else { Err(AppError::NotFound) }
    }

    /// One page of the accounts that a query finds, in the order of their usernames.
    ///
    /// # Errors
    /// `Forbidden` when the role may not manage accounts.
    pub async fn accounts(&self, actor: &Actor, query: &AccountQuery) -> AppResult<AccountList> {
        actor.authorise_somewhere(Verb::ManageAccounts)?;
        let (search, mut after) = (fold(&query.text), query.after.clone());
        let mut read = self.database.read().await?;
        let mut list = AccountList::default();
        loop {
            let found = read.search_accounts(&search, &after, READ_AT_ONCE).await?;
            let Some(last) = found.last() else { return Ok(list) };
            after.clone_from(&last.username);
            for account in found {
                let grants = read.grants(&account.id).await?;
                if !self.may_manage(actor, &grants) || !query.wants(&account, &grants, self.today()) {
                    continue;
                }
                if list.accounts.len() == PAGE {
                    list.next_after = list.accounts.last().map(|view| view.account.username.clone());
                    return Ok(list);
                }
                list.accounts.push(AccountView { account, grants });
            }
        }
    }

    /// One account.
    ///
    /// # Errors
    /// `NotFound` when it does not exist or lies outside the administrator's area.
    pub async fn account(&self, actor: &Actor, id: &str) -> AppResult<AccountView> {
        actor.authorise_somewhere(Verb::ManageAccounts)?;
        let mut read = self.database.read().await?;
        let account = read.account(id).await?.ok_or(AppError::NotFound)?;
        let grants = read.grants(id).await?;
        if self.may_manage(actor, &grants) { Ok(AccountView { account, grants }) } else { Err(AppError::NotFound) }
    }

    fn may_manage(&self, actor: &Actor, grants: &[Grant]) -> bool {
        grants
            .iter()
            .all(|grant| actor.may(&self.packs, Verb::ManageAccounts, Scope { area: &grant.area, agency: None }))
    }

    /// Disables or enables an account; disabling ends its sessions. Nobody disables themselves.
    ///
    /// # Errors
    /// `NotFound` outside one's area, `Forbidden` for one's own account, `Conflict` when it changed, `RepeatedForm`.
    pub async fn set_account_state(
        &self,
        actor: &Actor,
        id: &str,
        state: AccountState,
        form: &FormKey,
    ) -> AppResult<Outcome> {
        let view = self.account(actor, id).await?;
        if view.account.id == actor.account.id {
            return Err(AppError::Forbidden);
        }
        let mut write = self.database.write().await?;
        if self.take_key(&mut write, actor, form).await? == Outcome::Repeated {
            return Ok(Outcome::Repeated);
        }
        write.update_account(&Account { state, ..view.account }).await?;
        write.end_sessions_of(id).await?;
        write.commit(self.note(&actor.account.id, "account.state")).await?;
        Ok(Outcome::Done)
    }

    /// Gives an account a new password and, where a role asks for it, a new second factor; ends its
    /// sessions. The secrets are returned once; none when the form was carried out before.
    ///
    /// # Errors
    /// `NotFound` outside one's area, `Conflict` when it changed meanwhile, `RepeatedForm`.
    pub async fn reset_credentials(&self, actor: &Actor, id: &str, form: &FormKey) -> AppResult<Option<Credentials>> {
        let view = self.account(actor, id).await?;
        let password = secret::new_password(&self.ambient);
        let grants = Actor::grants_on(view.grants, self.today());
        let decides = grants.iter().any(|grant| needs_second_factor(grant.role));
        let totp_secret = decides.then(|| secret::new_totp_secret(&self.ambient));
        let password_hash = secret::hash(&self.ambient, &password).await?;
        let account = Account { password_hash, totp_secret: totp_secret.clone(), ..view.account };
        let mut write = self.database.write().await?;
        if self.take_key(&mut write, actor, form).await? == Outcome::Repeated {
            return Ok(None);
        }
        write.update_account(&account).await?;
        write.end_sessions_of(id).await?;
        write.commit(self.note(&actor.account.id, "account.reset")).await?;
        Ok(Some(Credentials { username: account.username, password, totp_secret }))
    }

    /// Adds a grant. A role that decides needs a second factor: reset the account's credentials then.
    ///
    /// # Errors
    /// `NotFound` outside one's area; `Problems` for one's own account, and where one account would both manage and
    /// review; `RepeatedForm`.
    pub async fn add_grant(&self, actor: &Actor, id: &str, new: &NewGrant, form: &FormKey) -> AppResult<Outcome> {
        self.authorise_grant(actor, new)?;
        let view = self.account(actor, id).await?;
        if view.account.id == actor.account.id {
            return Err(grant_to_oneself().into());
        }
        let mut write = self.database.write().await?;
        if self.take_key(&mut write, actor, form).await? == Outcome::Repeated {
            return Ok(Outcome::Repeated);
        }
        self.check_joined(&view.grants, new)?;
        write.insert_grant(&self.grant_of(&view.account.id, new)).await?;
        write.commit(self.note(&actor.account.id, "account.grant")).await?;
        Ok(Outcome::Done)
    }

    /// Nobody both manages the accounts of an area and accepts its figures.
    fn check_joined(&self, grants: &[Grant], new: &NewGrant) -> AppResult<()> {
        let held = Actor::grants_on(grants.to_vec(), self.today());
        let fits = |grant: &Grant| may_be_joined(&self.packs, (grant.role, &grant.area), (new.role, &new.area));
        if held.iter().all(fits) { Ok(()) } else { Err(manages_and_reviews().into()) }
    }

    /// Ends a grant today.
    ///
    /// # Errors
    /// `NotFound` when the account has no such grant in force, or lies outside one's area; `RepeatedForm`.
    pub async fn end_grant(&self, actor: &Actor, id: &str, grant: &str, form: &FormKey) -> AppResult<Outcome> {
        let view = self.account(actor, id).await?;
        let mut write = self.database.write().await?;
        if self.take_key(&mut write, actor, form).await? == Outcome::Repeated {
            return Ok(Outcome::Repeated);
        }
        if !view.grants.iter().any(|own| own.id == grant && own.valid_to.is_none()) {
            return Err(AppError::NotFound);
        }
        write.end_grant(grant, self.today()).await?;
        write.end_sessions_of(id).await?;
        write.commit(self.note(&actor.account.id, "account.grant.end")).await?;
        Ok(Outcome::Done)
    }
}

impl AccountQuery {
    fn wants(&self, account: &Account, grants: &[Grant], today: Date) -> bool {
        let holds = |role: Role| Actor::grants_on(grants.to_vec(), today).iter().any(|grant| grant.role == role);
        self.state.is_none_or(|state| account.state == state) && self.role.is_none_or(holds)
    }
}

fn username_taken() -> Problems {
    let problem = Problem::new("username-taken", "Tên đăng nhập đã có người dùng", "Chọn một tên khác");
    Problems::from(problem.at(Place::nowhere().field("username")))
}

fn grant_to_oneself() -> Problems {
    let what = "Không ai tự cấp quyền cho tài khoản của mình";
    let problem = Problem::new("grant-to-oneself", what, "Đề nghị một người quản trị khác cấp quyền này");
    Problems::from(problem.at(Place::nowhere().field("role")))
}

fn manages_and_reviews() -> Problems {
    let what = "Một tài khoản không vừa quản trị người dùng vừa duyệt số liệu của cùng một địa bàn";
    let mend = "Cấp quyền này cho tài khoản khác, hoặc kết thúc quyền kia trước";
    let problem = Problem::new("grant-manages-and-reviews", what, mend);
    Problems::from(problem.at(Place::nowhere().field("role")))
}
