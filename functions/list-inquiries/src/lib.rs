//! Answers inquiries: to the partner's people those that came, to a merchant those they sent.

use guildhall_contract::inquiries::{
    InquiryDetails, InquiryItem, InquiryPage, InquiryQuery, for_merchant, read_inquiry_query,
};
use guildhall_contract::sheets::{INQUIRY_COLUMNS, inquiry_cells};
use guildhall_domain::actor::Side;
use guildhall_domain::ids::InquiryId;
use guildhall_domain::inquiry::InquiryRow;
use guildhall_domain::listing::{Start, page};
use guildhall_http::{
    Body, Caller, Handler, OrFail, Problem, ProblemCode, Request, Response, caller, json, not_found,
    path_parameter, query_pairs, route_key, spreadsheet, tagged, take_mark,
};
use guildhall_store::{CursorKey, Inquiries, InquiryList, MailRecord, Scope, Table, Views};

/// The most memory that views may hold.
const VIEW_BYTES: usize = 128 * 1024 * 1024;

/// Reads inquiries.
pub struct ListInquiries {
    inquiries: Inquiries,
    views: Views<InquiryRow>,
    cursors: CursorKey,
}

/// Whose inquiries a caller sees.
enum Sight {
    Received(InquiryList),
    Sent(InquiryList),
}

impl Sight {
    fn of(caller: &Caller) -> Result<Self, Problem> {
        match (caller.actor.role.side(), &caller.actor.org) {
            (Side::Partner, Some(org)) => Ok(Self::Received(InquiryList::Of(org.clone()))),
            (Side::Merchant, _) => Ok(Self::Sent(InquiryList::SentBy(caller.actor.id.clone()))),
            (Side::Partner | Side::Platform, _) => Err(Problem::new(ProblemCode::Forbidden)),
        }
    }

    fn list(&self) -> &InquiryList {
        match self {
            Self::Received(list) | Self::Sent(list) => list,
        }
    }

    /// Whom a cursor is given to; nobody else can use it.
    fn owner(&self) -> String {
        match self.list() {
            InquiryList::Of(org) => format!("inquiries:org:{org}"),
            InquiryList::SentBy(user) => format!("inquiries:user:{user}"),
        }
    }

    fn item(&self, row: &InquiryRow) -> InquiryItem {
        let item = InquiryItem::from(&row.inquiry);
        match self {
            Self::Received(_) => item,
            Self::Sent(_) => for_merchant(item),
        }
    }
}

impl ListInquiries {
    /// Reads from this table; cursors are sealed with this key.
    #[must_use]
    pub fn new(table: Table, cursors: CursorKey) -> Self {
        Self { inquiries: Inquiries::new(table.clone()), views: Views::new(table, VIEW_BYTES), cursors }
    }

    async fn list(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let sight = Sight::of(caller)?;
        let query = read_query(request, &sight)?;
        let scope = Scope::new(&sight.owner(), &query.order, &query.filter);
        let start = match &query.cursor {
            Some(cursor) => self
                .cursors
                .open::<InquiryId>(&scope, cursor)
                .map_err(|_| Problem::new(ProblemCode::InvalidCursor))?,
            None => Start::First,
        };
        let snapshot = self.views.read(sight.list()).await.or_fail()?;
        let (rows, counts) = query.filter.narrow(snapshot.iter());
        let page = page(rows, &query.order, &start, query.limit);
        let counts = match &sight {
            Sight::Received(_) => counts.into(),
            // What a partner does with an inquiry is not the merchant's to count.
            Sight::Sent(_) => {
                guildhall_contract::inquiries::InquiryCountsBody { all: counts.all, ..Default::default() }
            }
        };
        json(&InquiryPage {
            items: page.rows.iter().map(|row| sight.item(row)).collect(),
            total: page.total,
            offset: page.offset,
            next: page.next.map(|start| self.cursors.seal(&scope, &start)),
            previous: page.previous.map(|start| self.cursors.seal(&scope, &start)),
            counts,
        })
    }

    async fn export(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let sight = Sight::of(caller)?;
        let Sight::Received(list) = &sight else { return Err(Problem::new(ProblemCode::Forbidden)) };
        let mut pairs = query_pairs(request);
        let mark = take_mark(&mut pairs)?;
        let query = read_pairs(&pairs)?;
        let snapshot = self.views.read(list).await.or_fail()?;
        let (mut rows, _) = query.filter.narrow(snapshot.iter());
        rows.sort_unstable_by(|left, right| query.order.compare(*left, *right));
        spreadsheet("inquiries.csv", mark, INQUIRY_COLUMNS, rows.iter().map(|row| inquiry_cells(row)))
    }

    async fn details(&self, request: &Request, caller: &Caller) -> Result<Response<Body>, Problem> {
        let id: InquiryId =
            path_parameter(request, "inquiry_id").and_then(|id| id.parse().ok()).ok_or_else(not_found)?;
        let inquiry = self.inquiries.get(&id).await.or_fail()?;
        let inquiry =
            inquiry.filter(|inquiry| inquiry.is_readable_by(&caller.actor)).ok_or_else(not_found)?;
        let details = match caller.actor.role.side() {
            Side::Merchant => InquiryDetails::for_merchant(&inquiry),
            Side::Partner | Side::Platform => {
                let mail =
                    caller.actor.role.submits_leads().then(|| MailRecord::of_inquiry(&inquiry.id).id());
                InquiryDetails::for_partner(&inquiry, inquiry.allowed(&caller.actor))
                    .with_mail(mail.map(|id| id.to_string()))
            }
        };
        tagged(&details, inquiry.version)
    }
}

impl Handler for ListInquiries {
    async fn handle(&self, request: Request) -> Result<Response<Body>, Problem> {
        let caller = caller(&request)?;
        match route_key(&request) {
            "GET /api/v1/inquiries" => self.list(&request, &caller).await,
            "GET /api/v1/inquiries.csv" => self.export(&request, &caller).await,
            "GET /api/v1/inquiries/{inquiry_id}" => self.details(&request, &caller).await,
            _ => Err(not_found()),
        }
    }
}

/// A merchant neither filters nor sorts by what the partner says of an inquiry: that would tell it.
fn read_query(request: &Request, sight: &Sight) -> Result<InquiryQuery, Problem> {
    let query = read_pairs(&query_pairs(request))?;
    match sight {
        Sight::Received(_) => Ok(query),
        Sight::Sent(_) => Ok(query.without_status()),
    }
}

fn read_pairs(pairs: &[(String, String)]) -> Result<InquiryQuery, Problem> {
    let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    read_inquiry_query(pairs).map_err(Problem::query)
}
