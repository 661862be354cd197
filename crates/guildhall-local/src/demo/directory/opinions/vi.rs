//! Vietnamese.

use super::Sayings;

#[rustfmt::skip]
pub(super) static SAYINGS: Sayings = Sayings {
    good: &[
        "Chúng tôi đến với một ý tưởng mơ hồ và ra về với cửa hàng đáng tự hào.",
        "Khoản chi đáng giá nhất trong năm của chúng tôi.",
        "Họ hỏi rất đúng chỗ rồi cùng chúng tôi tìm câu trả lời.",
        "Mọi việc xong đúng ngày đã hẹn.",
        "Điềm tĩnh, thân thiện và rất giỏi nghề.",
        "Chúng tôi từng thuê ba nơi khác, chưa nơi nào giải thích dễ hiểu như vậy.",
        "Ngay ngày đầu họ đã tìm ra hai lỗi trong bảng giá của chúng tôi.",
        "Cửa hàng nhanh hơn, nhân viên vui hơn, tôi ngủ ngon hơn.",
    ],
    fair: &[
        "Cuối cùng cũng tốt, dù lâu hơn đã thỏa thuận.",
        "Kết quả ổn. Trong lúc làm phải chờ trả lời khá lâu.",
        "Tay nghề chắc. Giá mà họ đề xuất nhiều ý tưởng hơn.",
        "Giữ đúng ngân sách, nhưng bản đầu thiếu một nửa yêu cầu.",
    ],
    poor: &[
        "Im lặng bốn tuần giữa dự án rồi gửi hóa đơn.",
        "Kết quả không giống những gì đã trao đổi, và không ai ghi lại gì cả.",
        "Chúng tôi phải thuê nơi khác làm lại.",
    ],
    details: &[
        "Doanh số trên điện thoại tăng một phần ba sau hai tháng.",
        "Bàn giao kèm video mà nhân viên mới của chúng tôi vẫn dùng.",
        "Họ còn gọi xuống kho để hỏi cách chúng tôi đóng gói.",
        "Chúng tôi xem được từng giờ làm trên bảng chung.",
        "Câu hỏi nào cũng được trả lời trong ngày, thường chỉ trong một giờ.",
        "Tỷ lệ đổi trả giảm rõ rệt.",
        "Giá đúng như báo giá, không thêm một đồng.",
        "Họ từ chối hai yêu cầu của chúng tôi, và họ đúng.",
        "Giờ chúng tôi tự chỉnh sửa các trang.",
    ],
    regrets: &["Việc nhỏ thì có lẽ họ quá bận.", "Nên hẹn ngày bằng văn bản.", "Người thì dễ mến, kế hoạch thì chưa tốt."],
    thanks: &[
        "Cảm ơn anh chị! Dữ liệu sản phẩm gọn gàng của anh chị giúp chúng tôi rất nhiều.",
        "Cảm ơn sự tin tưởng. Mong được làm tiếp bước sau cùng anh chị.",
        "Chúng tôi rất vui. Gửi lời chào đến các bạn ở kho nhé.",
    ],
    sorry: &[
        "Anh chị nói đúng về việc chậm trễ. Chúng tôi đã thay đổi cách lên kế hoạch và giảm trừ hóa đơn cuối.",
        "Chúng tôi xin lỗi vì chuyện này. Mong anh chị gọi lại để chúng tôi khắc phục.",
    ],
};
