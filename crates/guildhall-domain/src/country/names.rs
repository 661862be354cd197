//! What countries are called, in English, Swedish and Vietnamese. Source: Unicode CLDR 48.0, as `Intl.DisplayNames`
//! of the browsers gives them, so that a page made on the server reads like one made in the browser.

/// One row for each country, in the order of `CODES`; one column for each language, in the order of `Language::ALL`.
#[rustfmt::skip]
pub(super) static NAMES: [[&str; 3]; 249] = [
    ["Andorra", "Andorra", "Andorra"], // AD
    ["United Arab Emirates", "Förenade Arabemiraten", "Các Tiểu Vương quốc Ả Rập Thống nhất"], // AE
    ["Afghanistan", "Afghanistan", "Afghanistan"], // AF
    ["Antigua & Barbuda", "Antigua och Barbuda", "Antigua và Barbuda"], // AG
    ["Anguilla", "Anguilla", "Anguilla"], // AI
    ["Albania", "Albanien", "Albania"], // AL
    ["Armenia", "Armenien", "Armenia"], // AM
    ["Angola", "Angola", "Angola"], // AO
    ["Antarctica", "Antarktis", "Nam Cực"], // AQ
    ["Argentina", "Argentina", "Argentina"], // AR
    ["American Samoa", "Amerikanska Samoa", "Samoa thuộc Mỹ"], // AS
    ["Austria", "Österrike", "Áo"], // AT
    ["Australia", "Australien", "Úc"], // AU
    ["Aruba", "Aruba", "Aruba"], // AW
    ["Åland Islands", "Åland", "Quần đảo Åland"], // AX
    ["Azerbaijan", "Azerbajdzjan", "Azerbaijan"], // AZ
    ["Bosnia & Herzegovina", "Bosnien och Hercegovina", "Bosnia và Herzegovina"], // BA
    ["Barbados", "Barbados", "Barbados"], // BB
    ["Bangladesh", "Bangladesh", "Bangladesh"], // BD
    ["Belgium", "Belgien", "Bỉ"], // BE
    ["Burkina Faso", "Burkina Faso", "Burkina Faso"], // BF
    ["Bulgaria", "Bulgarien", "Bulgaria"], // BG
    ["Bahrain", "Bahrain", "Bahrain"], // BH
    ["Burundi", "Burundi", "Burundi"], // BI
    ["Benin", "Benin", "Benin"], // BJ
    ["St Barthélemy", "S:t Barthélemy", "St. Barthélemy"], // BL
    ["Bermuda", "Bermuda", "Bermuda"], // BM
    ["Brunei", "Brunei", "Brunei"], // BN
    ["Bolivia", "Bolivia", "Bolivia"], // BO
    ["Caribbean Netherlands", "Karibiska Nederländerna", "Ca-ri-bê Hà Lan"], // BQ
    ["Brazil", "Brasilien", "Brazil"], // BR
    ["Bahamas", "Bahamas", "Bahamas"], // BS
    ["Bhutan", "Bhutan", "Bhutan"], // BT
    ["Bouvet Island", "Bouvetön", "Đảo Bouvet"], // BV
    ["Botswana", "Botswana", "Botswana"], // BW
    ["Belarus", "Belarus", "Belarus"], // BY
    ["Belize", "Belize", "Belize"], // BZ
    ["Canada", "Kanada", "Canada"], // CA
    ["Cocos (Keeling) Islands", "Kokosöarna", "Quần đảo Cocos (Keeling)"], // CC
    ["Congo - Kinshasa", "Kongo-Kinshasa", "Congo - Kinshasa"], // CD
    ["Central African Republic", "Centralafrikanska republiken", "Cộng hòa Trung Phi"], // CF
    ["Congo - Brazzaville", "Kongo-Brazzaville", "Congo - Brazzaville"], // CG
    ["Switzerland", "Schweiz", "Thụy Sĩ"], // CH
    ["Côte d’Ivoire", "Elfenbenskusten", "Côte d’Ivoire"], // CI
    ["Cook Islands", "Cooköarna", "Quần đảo Cook"], // CK
    ["Chile", "Chile", "Chile"], // CL
    ["Cameroon", "Kamerun", "Cameroon"], // CM
    ["China", "Kina", "Trung Quốc"], // CN
    ["Colombia", "Colombia", "Colombia"], // CO
    ["Costa Rica", "Costa Rica", "Costa Rica"], // CR
    ["Cuba", "Kuba", "Cuba"], // CU
    ["Cape Verde", "Kap Verde", "Cape Verde"], // CV
    ["Curaçao", "Curaçao", "Curaçao"], // CW
    ["Christmas Island", "Julön", "Đảo Giáng Sinh"], // CX
    ["Cyprus", "Cypern", "Síp"], // CY
    ["Czechia", "Tjeckien", "Séc"], // CZ
    ["Germany", "Tyskland", "Đức"], // DE
    ["Djibouti", "Djibouti", "Djibouti"], // DJ
    ["Denmark", "Danmark", "Đan Mạch"], // DK
    ["Dominica", "Dominica", "Dominica"], // DM
    ["Dominican Republic", "Dominikanska republiken", "Cộng hòa Dominica"], // DO
    ["Algeria", "Algeriet", "Algeria"], // DZ
    ["Ecuador", "Ecuador", "Ecuador"], // EC
    ["Estonia", "Estland", "Estonia"], // EE
    ["Egypt", "Egypten", "Ai Cập"], // EG
    ["Western Sahara", "Västsahara", "Tây Sahara"], // EH
    ["Eritrea", "Eritrea", "Eritrea"], // ER
    ["Spain", "Spanien", "Tây Ban Nha"], // ES
    ["Ethiopia", "Etiopien", "Ethiopia"], // ET
    ["Finland", "Finland", "Phần Lan"], // FI
    ["Fiji", "Fiji", "Fiji"], // FJ
    ["Falkland Islands", "Falklandsöarna", "Quần đảo Falkland"], // FK
    ["Micronesia", "Mikronesien", "Micronesia"], // FM
    ["Faroe Islands", "Färöarna", "Quần đảo Faroe"], // FO
    ["France", "Frankrike", "Pháp"], // FR
    ["Gabon", "Gabon", "Gabon"], // GA
    ["United Kingdom", "Storbritannien", "Vương quốc Anh"], // GB
    ["Grenada", "Grenada", "Grenada"], // GD
    ["Georgia", "Georgien", "Georgia"], // GE
    ["French Guiana", "Franska Guyana", "Guiana thuộc Pháp"], // GF
    ["Guernsey", "Guernsey", "Guernsey"], // GG
    ["Ghana", "Ghana", "Ghana"], // GH
    ["Gibraltar", "Gibraltar", "Gibraltar"], // GI
    ["Greenland", "Grönland", "Greenland"], // GL
    ["Gambia", "Gambia", "Gambia"], // GM
    ["Guinea", "Guinea", "Guinea"], // GN
    ["Guadeloupe", "Guadeloupe", "Guadeloupe"], // GP
    ["Equatorial Guinea", "Ekvatorialguinea", "Guinea Xích Đạo"], // GQ
    ["Greece", "Grekland", "Hy Lạp"], // GR
    ["South Georgia & South Sandwich Islands", "Sydgeorgien och Sydsandwichöarna", "Nam Georgia & Quần đảo Nam Sandwich"], // GS
    ["Guatemala", "Guatemala", "Guatemala"], // GT
    ["Guam", "Guam", "Guam"], // GU
    ["Guinea-Bissau", "Guinea-Bissau", "Guinea-Bissau"], // GW
    ["Guyana", "Guyana", "Guyana"], // GY
    ["Hong Kong SAR China", "Hongkong SAR", "Đặc khu Hành chính Hồng Kông, Trung Quốc"], // HK
    ["Heard & McDonald Islands", "Heardön och McDonaldöarna", "Quần đảo Heard và McDonald"], // HM
    ["Honduras", "Honduras", "Honduras"], // HN
    ["Croatia", "Kroatien", "Croatia"], // HR
    ["Haiti", "Haiti", "Haiti"], // HT
    ["Hungary", "Ungern", "Hungary"], // HU
    ["Indonesia", "Indonesien", "Indonesia"], // ID
    ["Ireland", "Irland", "Ireland"], // IE
    ["Israel", "Israel", "Israel"], // IL
    ["Isle of Man", "Isle of Man", "Đảo Man"], // IM
    ["India", "Indien", "Ấn Độ"], // IN
    ["British Indian Ocean Territory", "Brittiska territoriet i Indiska oceanen", "Lãnh thổ Ấn Độ Dương thuộc Anh"], // IO
    ["Iraq", "Irak", "Iraq"], // IQ
    ["Iran", "Iran", "Iran"], // IR
    ["Iceland", "Island", "Iceland"], // IS
    ["Italy", "Italien", "Italy"], // IT
    ["Jersey", "Jersey", "Jersey"], // JE
    ["Jamaica", "Jamaica", "Jamaica"], // JM
    ["Jordan", "Jordanien", "Jordan"], // JO
    ["Japan", "Japan", "Nhật Bản"], // JP
    ["Kenya", "Kenya", "Kenya"], // KE
    ["Kyrgyzstan", "Kirgizistan", "Kyrgyzstan"], // KG
    ["Cambodia", "Kambodja", "Campuchia"], // KH
    ["Kiribati", "Kiribati", "Kiribati"], // KI
    ["Comoros", "Komorerna", "Comoros"], // KM
    ["St Kitts & Nevis", "S:t Kitts och Nevis", "St. Kitts và Nevis"], // KN
    ["North Korea", "Nordkorea", "Triều Tiên"], // KP
    ["South Korea", "Sydkorea", "Hàn Quốc"], // KR
    ["Kuwait", "Kuwait", "Kuwait"], // KW
    ["Cayman Islands", "Caymanöarna", "Quần đảo Cayman"], // KY
    ["Kazakhstan", "Kazakstan", "Kazakhstan"], // KZ
    ["Laos", "Laos", "Lào"], // LA
    ["Lebanon", "Libanon", "Li-băng"], // LB
    ["St Lucia", "S:t Lucia", "St. Lucia"], // LC
    ["Liechtenstein", "Liechtenstein", "Liechtenstein"], // LI
    ["Sri Lanka", "Sri Lanka", "Sri Lanka"], // LK
    ["Liberia", "Liberia", "Liberia"], // LR
    ["Lesotho", "Lesotho", "Lesotho"], // LS
    ["Lithuania", "Litauen", "Litva"], // LT
    ["Luxembourg", "Luxemburg", "Luxembourg"], // LU
    ["Latvia", "Lettland", "Latvia"], // LV
    ["Libya", "Libyen", "Libya"], // LY
    ["Morocco", "Marocko", "Ma-rốc"], // MA
    ["Monaco", "Monaco", "Monaco"], // MC
    ["Moldova", "Moldavien", "Moldova"], // MD
    ["Montenegro", "Montenegro", "Montenegro"], // ME
    ["St Martin", "Saint-Martin", "St. Martin"], // MF
    ["Madagascar", "Madagaskar", "Madagascar"], // MG
    ["Marshall Islands", "Marshallöarna", "Quần đảo Marshall"], // MH
    ["North Macedonia", "Nordmakedonien", "Bắc Macedonia"], // MK
    ["Mali", "Mali", "Mali"], // ML
    ["Myanmar (Burma)", "Myanmar (Burma)", "Myanmar (Miến Điện)"], // MM
    ["Mongolia", "Mongoliet", "Mông Cổ"], // MN
    ["Macao SAR China", "Macao SAR", "Đặc khu Hành chính Macao, Trung Quốc"], // MO
    ["Northern Mariana Islands", "Nordmarianerna", "Quần đảo Bắc Mariana"], // MP
    ["Martinique", "Martinique", "Martinique"], // MQ
    ["Mauritania", "Mauretanien", "Mauritania"], // MR
    ["Montserrat", "Montserrat", "Montserrat"], // MS
    ["Malta", "Malta", "Malta"], // MT
    ["Mauritius", "Mauritius", "Mauritius"], // MU
    ["Maldives", "Maldiverna", "Maldives"], // MV
    ["Malawi", "Malawi", "Malawi"], // MW
    ["Mexico", "Mexiko", "Mexico"], // MX
    ["Malaysia", "Malaysia", "Malaysia"], // MY
    ["Mozambique", "Moçambique", "Mozambique"], // MZ
    ["Namibia", "Namibia", "Namibia"], // NA
    ["New Caledonia", "Nya Kaledonien", "New Caledonia"], // NC
    ["Niger", "Niger", "Niger"], // NE
    ["Norfolk Island", "Norfolkön", "Đảo Norfolk"], // NF
    ["Nigeria", "Nigeria", "Nigeria"], // NG
    ["Nicaragua", "Nicaragua", "Nicaragua"], // NI
    ["Netherlands", "Nederländerna", "Hà Lan"], // NL
    ["Norway", "Norge", "Na Uy"], // NO
    ["Nepal", "Nepal", "Nepal"], // NP
    ["Nauru", "Nauru", "Nauru"], // NR
    ["Niue", "Niue", "Niue"], // NU
    ["New Zealand", "Nya Zeeland", "New Zealand"], // NZ
    ["Oman", "Oman", "Oman"], // OM
    ["Panama", "Panama", "Panama"], // PA
    ["Peru", "Peru", "Peru"], // PE
    ["French Polynesia", "Franska Polynesien", "Polynesia thuộc Pháp"], // PF
    ["Papua New Guinea", "Papua Nya Guinea", "Papua New Guinea"], // PG
    ["Philippines", "Filippinerna", "Philippines"], // PH
    ["Pakistan", "Pakistan", "Pakistan"], // PK
    ["Poland", "Polen", "Ba Lan"], // PL
    ["St Pierre & Miquelon", "S:t Pierre och Miquelon", "Saint Pierre và Miquelon"], // PM
    ["Pitcairn Islands", "Pitcairnöarna", "Quần đảo Pitcairn"], // PN
    ["Puerto Rico", "Puerto Rico", "Puerto Rico"], // PR
    ["Palestinian Territories", "Palestinska territorierna", "Lãnh thổ Palestine"], // PS
    ["Portugal", "Portugal", "Bồ Đào Nha"], // PT
    ["Palau", "Palau", "Palau"], // PW
    ["Paraguay", "Paraguay", "Paraguay"], // PY
    ["Qatar", "Qatar", "Qatar"], // QA
    ["Réunion", "Réunion", "Réunion"], // RE
    ["Romania", "Rumänien", "Romania"], // RO
    ["Serbia", "Serbien", "Serbia"], // RS
    ["Russia", "Ryssland", "Nga"], // RU
    ["Rwanda", "Rwanda", "Rwanda"], // RW
    ["Saudi Arabia", "Saudiarabien", "Ả Rập Xê-út"], // SA
    ["Solomon Islands", "Salomonöarna", "Quần đảo Solomon"], // SB
    ["Seychelles", "Seychellerna", "Seychelles"], // SC
    ["Sudan", "Sudan", "Sudan"], // SD
    ["Sweden", "Sverige", "Thụy Điển"], // SE
    ["Singapore", "Singapore", "Singapore"], // SG
    ["St Helena", "S:t Helena", "St. Helena"], // SH
    ["Slovenia", "Slovenien", "Slovenia"], // SI
    ["Svalbard & Jan Mayen", "Svalbard och Jan Mayen", "Svalbard và Jan Mayen"], // SJ
    ["Slovakia", "Slovakien", "Slovakia"], // SK
    ["Sierra Leone", "Sierra Leone", "Sierra Leone"], // SL
    ["San Marino", "San Marino", "San Marino"], // SM
    ["Senegal", "Senegal", "Senegal"], // SN
    ["Somalia", "Somalia", "Somalia"], // SO
    ["Suriname", "Surinam", "Suriname"], // SR
    ["South Sudan", "Sydsudan", "Nam Sudan"], // SS
    ["São Tomé & Príncipe", "São Tomé och Príncipe", "São Tomé và Príncipe"], // ST
    ["El Salvador", "El Salvador", "El Salvador"], // SV
    ["Sint Maarten", "Sint Maarten", "Sint Maarten"], // SX
    ["Syria", "Syrien", "Syria"], // SY
    ["Eswatini", "Eswatini", "Eswatini"], // SZ
    ["Turks & Caicos Islands", "Turks- och Caicosöarna", "Quần đảo Turks và Caicos"], // TC
    ["Chad", "Tchad", "Chad"], // TD
    ["French Southern Territories", "Franska sydterritorierna", "Lãnh thổ phía Nam Thuộc Pháp"], // TF
    ["Togo", "Togo", "Togo"], // TG
    ["Thailand", "Thailand", "Thái Lan"], // TH
    ["Tajikistan", "Tadzjikistan", "Tajikistan"], // TJ
    ["Tokelau", "Tokelauöarna", "Tokelau"], // TK
    ["Timor-Leste", "Östtimor", "Timor-Leste"], // TL
    ["Turkmenistan", "Turkmenistan", "Turkmenistan"], // TM
    ["Tunisia", "Tunisien", "Tunisia"], // TN
    ["Tonga", "Tonga", "Tonga"], // TO
    ["Türkiye", "Turkiet", "Thổ Nhĩ Kỳ"], // TR
    ["Trinidad & Tobago", "Trinidad och Tobago", "Trinidad và Tobago"], // TT
    ["Tuvalu", "Tuvalu", "Tuvalu"], // TV
    ["Taiwan", "Taiwan", "Đài Loan"], // TW
    ["Tanzania", "Tanzania", "Tanzania"], // TZ
    ["Ukraine", "Ukraina", "Ukraina"], // UA
    ["Uganda", "Uganda", "Uganda"], // UG
    ["US Outlying Islands", "USA:s yttre öar", "Các tiểu đảo xa của Hoa Kỳ"], // UM
    ["United States", "USA", "Hoa Kỳ"], // US
    ["Uruguay", "Uruguay", "Uruguay"], // UY
    ["Uzbekistan", "Uzbekistan", "Uzbekistan"], // UZ
    ["Vatican City", "Vatikanstaten", "Thành Vatican"], // VA
    ["St Vincent & the Grenadines", "S:t Vincent och Grenadinerna", "St. Vincent và Grenadines"], // VC
    ["Venezuela", "Venezuela", "Venezuela"], // VE
    ["British Virgin Islands", "Brittiska Jungfruöarna", "Quần đảo Virgin thuộc Anh"], // VG
    ["US Virgin Islands", "Amerikanska Jungfruöarna", "Quần đảo Virgin thuộc Hoa Kỳ"], // VI
    ["Vietnam", "Vietnam", "Việt Nam"], // VN
    ["Vanuatu", "Vanuatu", "Vanuatu"], // VU
    ["Wallis & Futuna", "Wallis- och Futunaöarna", "Wallis và Futuna"], // WF
    ["Samoa", "Samoa", "Samoa"], // WS
    ["Yemen", "Jemen", "Yemen"], // YE
    ["Mayotte", "Mayotte", "Mayotte"], // YT
    ["South Africa", "Sydafrika", "Nam Phi"], // ZA
    ["Zambia", "Zambia", "Zambia"], // ZM
    ["Zimbabwe", "Zimbabwe", "Zimbabwe"], // ZW
];
