/// Why something about members is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MemberRefusal {
    /// It is another house, or the house's heads alone may.
    #[error("this role may not")]
    Forbidden,
    /// The organisation is suspended.
    #[error("the organisation is suspended")]
    Suspended,
    /// The house has no such role.
    #[error("there is no such role here")]
    RoleUnknown,
    /// Nobody changes their own role.
    #[error("nobody changes their own role")]
    OwnRole,
    /// Nobody would be left who manages the house.
    #[error("somebody has to manage it")]
    LastHead,
    /// There are as many members and open invitations as there may be.
    #[error("there is no place left")]
    Full,
    /// Whoever has this address, or this person, is a member already.
    #[error("they are a member already")]
    MemberAlready,
    /// The invitation was answered, taken back, or has expired.
    #[error("the invitation is closed")]
    Closed,
    /// No member has this id.
    #[error("there is no such member")]
    Unknown,
}
