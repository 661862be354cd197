//! Vietnamese.

use super::Phrases;

#[rustfmt::skip]
pub(super) static PHRASES: Phrases = Phrases {
    taglines: [
        &["Cửa hàng trực tuyến mang đúng cá tính của bạn.", "Thiết kế cửa hàng cho thương hiệu Việt muốn đi xa.", "Chúng tôi dựng cửa hàng rồi ở lại đồng hành cùng bạn.", "Một đội nhỏ ở {city} làm cửa hàng mà khách muốn quay lại.", "Từ bản phác thảo đến đơn hàng đầu tiên trong sáu tuần."],
        &["Chuyển nền tảng mà không mất đơn hàng nào.", "Sản phẩm, khách hàng, đơn hàng: chuyển đủ, kiểm từng dòng.", "Diễn tập hai lần trước ngày chuyển thật.", "Rời hệ thống cũ nhẹ nhàng trong một cuối tuần."],
        &["Ứng dụng và kết nối mà cửa hàng của bạn còn thiếu.", "Kết nối cửa hàng với kho, kế toán và vận chuyển.", "Đội kỹ sư luôn nghe máy.", "Ứng dụng riêng, cửa hàng headless, ra mắt êm ả."],
        &["Đúng khách hơn, ít tốn tiền quảng cáo hơn.", "Email, tìm kiếm và mạng xã hội có lãi thật.", "Báo cáo rõ ràng mỗi sáng thứ Hai.", "Tìm ra vì sao khách rời đi và giữ họ ở lại."],
        &["Ảnh sản phẩm trả lời trước khi khách kịp hỏi.", "Chụp ảnh, quay phim và xây dựng thương hiệu tại {city}.", "Hình ảnh trung thực cho sản phẩm của bạn.", "Bộ nhận diện và phim ngắn cho thương hiệu nhỏ."],
        &["Mô tả sản phẩm do người đã dùng thử viết.", "Lời văn giống bạn vào một ngày đẹp trời.", "Nội dung song ngữ, viết mới chứ không dịch máy."],
        &["Quầy thu ngân, kho và cửa hàng trực tuyến khớp nhau.", "POS cho cửa hàng, quán cà phê và hội chợ.", "Lắp đặt máy và hướng dẫn nhân viên trước ngày khai trương."],
        &["Lời khuyên từ những người từng tự mở cửa hàng.", "Tư vấn trước khi bạn chi tiền.", "Từ cửa hàng tốt trong nước đến cửa hàng tốt ở nước ngoài."],
        &["Bán sỉ trôi chảy như bán lẻ.", "Cửa hàng B2B với bảng giá riêng và công nợ rõ ràng.", "Dành cho nhà sản xuất vẫn nhận đơn qua Zalo và email."],
    ],
    openings: &[
        "{name} là đội ngũ {people} người tại {city}.",
        "Chúng tôi có {people} người ở {city} và làm thương mại điện tử từ năm {year}.",
        "{name} bắt đầu năm {year} từ một quán cà phê ở {city}; nay chúng tôi có {people} người.",
        "Từ năm {year}, chúng tôi đồng hành cùng các nhà bán hàng ở {city} và nhiều nơi khác.",
        "Chúng tôi lập {name} năm {year} sau nhiều năm tự bán hàng.",
        "{name} cố ý giữ quy mô nhỏ: {people} người, một văn phòng ở {city}, không có phòng kinh doanh.",
        "Hỏi chủ tiệm ở {city} ai làm cửa hàng trực tuyến cho họ, bạn sẽ nghe tên chúng tôi.",
    ],
    crafts: [
        &["Chúng tôi thiết kế và dựng cửa hàng để nhân viên của bạn tự chỉnh sửa từng trang.", "Chủ đề, sản phẩm, cài đặt và mọi việc nhỏ nhưng quan trọng: chúng tôi đưa cửa hàng từ trang trắng đến đơn đầu tiên.", "Chúng tôi bắt đầu từ những câu khách hay hỏi qua điện thoại và thiết kế cửa hàng quanh câu trả lời.", "Chúng tôi làm lại những cửa hàng đã rối: điều hướng trước, trang sản phẩm sau, rồi đến phần còn lại."],
        &["Chúng tôi chuyển cửa hàng từ nền tảng cũ cùng sản phẩm, biến thể, khách hàng, lịch sử đơn và chuyển hướng.", "Trước khi chuyển, chúng tôi liệt kê mọi địa chỉ mà công cụ tìm kiếm biết; sau khi chuyển, không địa chỉ nào bị hỏng.", "Hai phần ba việc chuyển đổi là dọn dẹp dữ liệu. Chúng tôi làm việc đó cùng bạn."],
        &["Chúng tôi viết ứng dụng riêng, kết nối kho và kế toán, dựng cửa hàng headless khi thật sự cần.", "Tích hợp là việc hằng ngày của chúng tôi: tồn kho, hóa đơn điện tử, vận đơn, đổi trả.", "Chúng tôi tìm ra vì sao cửa hàng chậm hay lỗi, và để lại một hệ thống được kiểm thử tốt hơn.", "Ứng dụng nhỏ gọn, có tài liệu và thuộc về bạn: bạn nhận cả mã nguồn."],
        &["Chúng tôi chạy email, quảng cáo tìm kiếm và mạng xã hội, báo cáo lãi sau chi phí.", "Chúng tôi bắt đầu bằng đo lường đáng tin cậy, vì mọi thứ khác dựa vào đó.", "Chúng tôi thử từng thay đổi một trên trang sản phẩm và trang thanh toán, giữ lại điều có ích.", "Bản tin có người mở, chiến dịch dừng khi lỗ, thứ hạng tìm kiếm bền lâu."],
        &["Trong phòng chụp của mình, chúng tôi chụp nền trắng, chụp người mẫu và chụp khi sử dụng, giao trong năm ngày làm việc.", "Chúng tôi xây dựng thương hiệu từ tên gọi đến băng keo đóng gói, rồi chụp lại thành quả.", "Phim ngắn cho trang sản phẩm, minh họa cho điều không chụp được, banner theo mùa."],
        &["Chúng tôi viết mô tả sản phẩm, bài danh mục và bản tin, và luôn xin mẫu thử trước khi viết.", "Chúng tôi biến bảng thông số khô khan thành bài mà khách đọc đến cuối.", "Người viết của chúng tôi viết bằng tiếng mẹ đẻ và giữ bảng thuật ngữ riêng cho từng khách hàng."],
        &["Chúng tôi lắp máy bán hàng, máy in nhãn, chuyển tồn kho và có mặt ngày thứ Bảy đầu tiên.", "Chúng tôi nối cửa hàng với website để tồn kho, thẻ quà tặng và đổi trả chạy ở cả hai nơi.", "Từ một quán cà phê đến chuỗi mười hai cửa hàng: chúng tôi lên kế hoạch, cài đặt và đào tạo nhân viên."],
        &["Chúng tôi xem số liệu, cửa hàng và bộ máy trong hai ngày rồi để lại danh sách việc theo thứ tự lợi ích.", "Chúng tôi giúp nhà bán hàng vào thị trường mới: thuế, ngôn ngữ, thanh toán, vận chuyển, và có đáng hay không.", "Chúng tôi từng mua, bán và vận hành cửa hàng, nên tư vấn như người còn nhớ hóa đơn."],
        &["Chúng tôi dựng cửa hàng cho khách doanh nghiệp: bảng giá riêng, số lượng tối thiểu, công nợ ba mươi ngày, đặt hàng nhanh.", "Chúng tôi nối cửa hàng B2B với phần mềm quản trị để không ai phải nhập đơn hai lần.", "Nhà bán sỉ đến với cuốn catalogue in và ra về với cửa hàng nhận đơn cả ban đêm."],
    ],
    ways: &[
        "Bạn nhận giá trọn gói sau buổi trao đổi đầu tiên, và giá đó không đổi.",
        "Chúng tôi làm theo chặng hai tuần và cho bạn xem kết quả sau mỗi chặng.",
        "Mỗi dự án có một người phụ trách, có tên và số điện thoại.",
        "Mọi việc đều có tài liệu, nên bạn luôn tự do thay đổi đối tác.",
        "Chúng tôi từ chối những việc mình không làm tốt.",
        "Khi bàn giao có video hướng dẫn và một tháng hỗ trợ.",
        "Chúng tôi thử với khách thật trước khi ra mắt.",
        "Bạn xem được bảng công việc và giờ làm của chúng tôi bất cứ lúc nào.",
    ],
    clients: &[
        "Phần lớn khách hàng của chúng tôi thuộc ngành {trades}.",
        "Chúng tôi hiểu rõ nhất ngành {trades}.",
        "Nhà bán hàng ngành {trades} sẽ thấy chúng tôi nói cùng ngôn ngữ.",
        "Chúng tôi làm cho cả doanh nghiệp gia đình lẫn thương hiệu có nhà đầu tư.",
        "Cứ bốn khách thì ba khách đã gắn bó hơn hai năm.",
    ],
    closings: &[
        "Hãy viết cho chúng tôi điều làm bạn đau đầu nhất; giờ tư vấn đầu tiên miễn phí.",
        "Kể về cửa hàng của bạn, chúng tôi sẽ nói thật mình có phù hợp hay không.",
        "Chúng tôi trả lời trong một ngày làm việc.",
        "Nếu bạn ở gần {city}, mời ghé uống cà phê.",
        "Mỗi tháng chúng tôi nhận hai khách mới, bạn nên liên hệ sớm.",
        "Gửi địa chỉ cửa hàng, chúng tôi gửi lại ba điều nên cải thiện.",
    ],
    offers: &[
        "Giá trọn gói sau buổi trao đổi đầu tiên.", "Có kế hoạch bằng văn bản trước khi bắt đầu.", "Thường xong trong hai tuần.",
        "Kèm một tháng hỗ trợ.", "Cho cửa hàng mới và cả cửa hàng đang chạy.", "Bàn giao kèm video hướng dẫn ngắn.",
        "Theo tháng, báo cáo gọn trong một trang.", "Từ một cửa hàng đến cả chuỗi.", "Có ví dụ trong ngành của bạn.",
    ],
    works: &[
        ("Cửa hàng mới cho {name}", "Thiết kế, chủ đề và nhập sản phẩm; tỷ lệ khách quay lại tăng từ 18 lên 27 phần trăm."),
        ("{name}: chuyển nền tảng trong chín tuần", "Mười một nghìn sản phẩm và chín năm đơn hàng, chuyển trong một cuối tuần tháng Ba."),
        ("{name} bán ra nước ngoài", "Giao diện gọn, còn một nửa số trang, thanh toán bằng ngôn ngữ của khách."),
        ("Trang sản phẩm của {name}", "Ảnh mới, lời ngắn hơn. Đổi trả giảm một phần năm."),
        ("Chiến dịch Tết cho {name}", "Đo lường, bản tin và một năm thử nghiệm kiên trì."),
        ("{name}: từ bảng tính đến cửa hàng", "Kết nối kho, kế toán và vận chuyển; hai người nay làm xong việc của bốn người."),
    ],
};
