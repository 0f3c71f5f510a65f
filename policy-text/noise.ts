/** Words that open a line of page furniture rather than of the document: “来源:…”, “浏览次数:…”, “责任编辑:…”. */
const FURNITURE =
  /^(来源|作者|编辑|责任编辑|责编|初审|复审|终审|一审|二审|三审|校对|审核|发布(时间|日期|机构|单位)|发文日期|浏览(次数|量)?|点击(数|量|率)?|阅读(次数|量)?|人气|字体|字号|打印|分享(到)?|关闭(窗口|本页)?|返回(顶部|首页|列表)|上一[篇条页]|下一[篇条页]|相关(链接|阅读|文章|稿件|推荐|附件)|扫一扫|当前位置|您(现在)?(的)?(所在)?位置|您当前|网站(声明|地图|首页)|联系我们|关于我们|设为首页|加入收藏|主办(单位)?:|承办(单位)?:|运行维护|技术支持|网站标识码|联系电话|服务热线|地址:|电话:|传真:|邮编:|邮箱:|索引号|信息分类|主题分类|有效性|公开方式|摘要:)/
const FURNITURE_ANYWHERE =
  /ICP备|公网安备|网站标识码|版权(声明|所有|归)|Copyright|©|无障碍|微信公众号|扫码|浏览次数|次浏览|点击下载|附件下载|\.(zip|docx?|pdf|wps|xlsx?)\b/i
const MENU = /^[•·▪►>»◆◇□■]\s*\S{1,12}$|^(首页|新闻|政策|机构|互动|服务|公开|数据|专题|登录|注册|繁體|English|WeChat|Hotline)$/
// “— 3 —”, “- 12 -”, “第 3 页 共 20 页”, “3/20”
const PAGE_NUMBER = /^[-—·]+ ?\d{1,4} ?[-—·]+$|^第 ?\d{1,4} ?页( ?[,/]? ?共 ?\d{1,4} ?页)?$|^\d{1,3} ?\/ ?\d{1,3}$/
// “一、总体要求 ........ 3”
const CONTENTS_LINE = /(\.{4,}|…{2,}|·{4,}|—{4,}|_{4,})\s*\d{0,4}$/

/** True for a line that belongs to the web page or the printed page, not to the document. */
export function isNoise(line: string): boolean {
  if (PAGE_NUMBER.test(line) || CONTENTS_LINE.test(line) || MENU.test(line)) return true
  if (line.length > 120) return false
  return FURNITURE.test(line) || FURNITURE_ANYWHERE.test(line) || isMenuBar(line)
}

/** “首页 | 关于我们 | 网站声明 | 联系我们”: many short words between strokes. */
function isMenuBar(line: string): boolean {
  const words = line.split(/ ?[|｜>»] ?/)
  return words.length >= 4 && words.every((word) => word.length <= 8 && !/\d/.test(word))
}
