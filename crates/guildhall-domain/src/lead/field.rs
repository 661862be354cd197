//! The fields of a submitted form that a partner may be asked about again.

use crate::lead::{LeadForm, ProductDetails};
use crate::personal::Personal;
use crate::taxonomy::choices;

choices! {
    /// A field that the sales team may ask about. Product, sales support, consent and the partner's own number are not
    /// among them: they are no matter of information.
    LeadField {
        ContactName = "contact_name", "Contact name", "Kontaktens namn", "Tên người liên hệ";
        ContactEmail = "contact_email", "Contact e-mail", "Kontaktens e-postadress", "Email người liên hệ";
        Phone = "phone", "Phone", "Telefon", "Điện thoại";
        Company = "company", "Company", "Företag", "Công ty";
        Website = "website", "Website", "Webbplats", "Trang web";
        Country = "country", "Country", "Land", "Quốc gia";
        ExistingStore = "existing_store", "Existing store", "Befintlig butik", "Cửa hàng hiện có";
        Description = "description", "Description", "Beskrivning", "Mô tả";
        ExpectedTiming = "expected_timing", "Expected timing", "Förväntad tidpunkt", "Thời điểm dự kiến";
        CurrentPlatform = "current_platform", "Current platform", "Nuvarande plattform", "Nền tảng hiện tại";
        AnnualRevenue = "annual_revenue", "Annual revenue", "Årlig omsättning", "Doanh thu hằng năm";
        LocationCount = "location_count", "Number of locations", "Antal butiker", "Số địa điểm";
        CurrentPos = "current_pos", "Current POS", "Nuvarande kassasystem", "POS hiện tại";
        PaymentsInterest = "payments_interest", "Interest in payments", "Intresse för betalningar", "Quan tâm đến thanh toán";
    }
}

impl LeadField {
    /// What the form holds there; `None` if it was left open, or if the product's form has no such field.
    #[must_use]
    pub fn value(self, form: &LeadForm) -> Option<Personal> {
        let (plus, pos) = match &form.details {
            ProductDetails::Plus(plus) => (Some(plus), None),
            ProductDetails::Pos(pos) => (None, Some(pos)),
        };
        let text = |text: &Option<String>| text.as_deref().map(Personal::from);
        match self {
            Self::ContactName => Some(form.contact_name.clone()),
            Self::ContactEmail => Some(form.contact_email.clone()),
            Self::Phone => form.phone.clone(),
            Self::Company => Some(Personal::from(form.company.as_str())),
            Self::Website => text(&form.website),
            Self::Country => Some(Personal::from(form.country.code())),
            Self::ExistingStore => text(&form.existing_store),
            Self::Description => Some(form.description.clone()),
            Self::ExpectedTiming => plus?.expected_timing.map(|timing| timing.code().into()),
            Self::CurrentPlatform => text(&plus?.current_platform),
            Self::AnnualRevenue => plus?.annual_revenue.map(|revenue| revenue.code().into()),
            Self::LocationCount => pos?.location_count.map(|count| Personal::new(count.to_string())),
            Self::CurrentPos => text(&pos?.current_pos),
            Self::PaymentsInterest => pos?.payments_interest.map(|interest| interest.code().into()),
        }
    }
}
