/**
 * Passwords of ten and more characters that stand high in published lists of leaked ones, Chinese habits included;
 * shorter ones are refused for their length, runs and repetitions by rule.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password12 password123 password1234 password12345 passw0rd123 p@ssw0rd123 p@ssword123 passwordpassword password2024 password2025
  password2026 mypassword changeme123 changeme1234 welcome123 welcome1234 letmein123 letmein1234 iloveyou123 iloveyou1234
  administrator admin12345 admin123456 admin1234567 admin12345678 admin123admin adminadmin root123456 superadmin superadmin123
  test123456 test1234567 test12345678 testtest123 user123456 guest123456 default123 system123456 oracle123456 mysql123456
  qwertyuiop qwertyuiop123 qwerty1234 qwerty12345 qwerty123456 qwertyuiopasdfghjkl asdfghjkl123 asdfghjkl1 asdfghjklzxcvbnm
  zxcvbnm123 zxcvbnm1234 1qaz2wsx3edc 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedcrfv qazwsxedc123 qazwsx123456
  1qazxsw23edc zaq12wsxcde3 abc1234567 abc12345678 abcd123456 abcd12345678 abc123456789 a123456789 a1234567890 aa123456789
  qq123456789 qq1234567890 wang123456 zhang123456 li123456789 woaini1314 woaini1314520 woaini520 woaini520520 woaini521
  woaini123456 woaiwojia1 5201314520 1314520520 1314521521 520131452 asd123456789 asdasdasd123 zxc123456789 zxcv123456
  q123456789 w123456789 z123456789 x123456789 s123456789 123456789a 123456789q 123456789z 123456789abc 1234567890a 1234567890q
  123qwe123qwe 123qweasdzxc 123456qwerty 123456abcdef 123abc456def 147258369a 1472583690 147258369147 0123456789 1029384756
  0987654321 9876543210 3141592653 1357924680 2468013579 1123581321 7758521521 lantu123456 lantulantu kejiju123456 kejiting123
  jiangsu123456 beijing123456 zhongguo123 zhongguo1949 football123 baseball123 superman123 dragon12345 sunshine123 princess123
  monkey12345 michael123 computer123 internet123 whatever123 trustno1trustno1 secret12345 temporary1 temporary123 initial123
  firstpassword newpassword newpassword1 newpassword123 yourpassword nopassword`.split(/\s+/),
)
