/** Words before the verb that say how, not what. */
export const ADVERB_PATTERN =
  '力争|争取|努力|确保|拟|目标(?:是|为)?|常态化|定期|分(?:领域|行业|层级)|着力|大力|加快|加强|择优|分批分类|分批|分类|竞争|竞争性|重点(?!排污|实验室|企业|产业|产品|园区|项目|人群|单位|行业|领域|区域|地区|城市|研发|平台|用能|新材料)|优先|统筹|积极|持续|每年|每季度|年均|逐年|累计|总计|合计|再(?!生|制|造)|新(?![增建设引认培布组型能兴材一产药质业技模生闻])|要(?!素|点)|将|力求|滚动|动态|规划|计划|预计|至少|高质量|高标准(?!农田)|高水平|全面|有序|稳步|联合(?!国|攻关|体|会|实验室|基金|创新|培养|研究|研发)|共同|每个|各(?![类省市县地区级])|分别|共(?![建同享性])|并(?!购|网)|和|以及|及|与|或|同时|其中|全年|年内|(?:未来|今后)?[一二三四五六两\\d]年(?:内|来)?|全省|全市|全国(?!重点|性|文明|统一|先进|示范)|我省|我市|全区|全县|本市|全州|全域'

/** Words that stand directly before the figure and set it in relation to the metric. */
const REACH =
  '达到|达|超过|超|突破|迈上|迈过|跃上|跨上|跨越|站上|(?<=[额值量模入资])过|高于|大于|多于|优于|不低于|不少于|不小于|不超过|不高于|不多于|不大于|低于|小于|少于|≥|≤|>=|<=|>|<|至少|最少|不到|分别为|(?<!签|预|合)约|近|逾|(?:增|提|扩|升|降|压|缩|减|缩小|收窄|延长|成长|攀升|上调|下调|下降|降低|压减|压缩|缩短|减少|控制|稳定|保持|维持|提高|提升|增加|增长|扩大|上升|发展|壮大|累计)(?:至|到|在|为)'
const CHANGE =
  '年均增长|增长|提高|提升|增加|上升|下降|降低|减少|压减|缩短|压缩|增幅|增速|降幅|翻|削减|节约|节省|提速|提质|递增|净增|新增|成长|前移'

/** “…比重达到|7%”, “…年均增长|8%”: what the words before a figure must end with to be a relation. */
export const RELATION_END = new RegExp(`(?:${REACH}|${CHANGE}|累计|分别|保持|维持|稳定|为|至|到|在)+$`)
export const REACH_END = new RegExp(`(?:${REACH})(?:约|近)?$`)
export const CHANGE_END = new RegExp(`(?:${CHANGE})(?:约|近|超过?|不低于|至少)?$`)

/** “…增至|本地生产总值的|”: the base of a share after the word of reaching; a year or an average is a benchmark, not a base. */
export const SHARE_BASE = new RegExp(`(${REACH})((?!.{0,3}(?:20\\d\\d|上年|平均|同期))[^,、的\\d]{2,16}的)$`)

/** Metrics that a figure may follow without a verb: “投入强度3%左右”, “产值5000亿元”. */
export const METRIC_END =
  /(率|比|比重|占比|强度|增速|增幅|规模|产值|收入|营收|额|总量|产量|能力|数|数目|数量|水平|指数|增加值|经费|投入|金额|面积|覆盖面|学时|里程|容量|算力|寿命|次数|总值|年限|资金|份额|利润|销售|价值|成本|投资|能耗|消耗|浓度|密度|单产|存栏|出栏|用时|机时|装机|(?<![质力大少变重能])量)$/

/** Heads of nouns that are counted to order a text, not to be reached: “聚焦6个未来产业方向”, “四个方面”. */
export const STRUCTURAL_END =
  /(工作组|专项组|推进组|专责组|小组|专班|方面|环节|步骤|阶段|方向|领域|大类|部分|层次|层面|维度|行动|举措|措施|任务|要点|原则|统一|坚持|关系|转变|意识|自信|维护|专章|章节|问题|要求|目标|重点|路径|模式|条件|情形|类别|门类|板块|关键词|字|层级|世纪|月份|季度)$|^(方面|环节|方向|领域|阶段)|^(试点)?(省份?|市|县|区|州|设区市|地级市|地市|省区市|县区|市县|区县|乡镇|街道|国家|地区|国家和地区)$/

/** Money or shares given to somebody, or asked of an applicant: not a target. */
export const GRANT =
  /((?<!后)补助|补贴|(?<!科技|科学技术|成果|质量|文艺)奖励|奖补|资助|贴息|给予|补偿|授信|免税|减免|罚款|注册资本|实缴|上限|最高|封顶|不超过.{0,12}的|按.{0,12}比例|收费|税率|加计|抵扣|扣除|报销|一次性|信用贷款|担保额|贷款额度|单个|单户|单项(?!冠军)|每项支持|每家支持|利率|年化|标准为|申报条件|应具备|须具备|近三年|近三年来|连续.{0,3}年)/

/** Sentences that say who may apply. */
export const APPLICANT =
  /((?:联合|牵头|可|方可)(?:申报|申请)|(申报|申请)(单位|企业|人|主体|条件|者|材料(?:包括|应|须|需|由|:))|应(当)?(具备|注册|满足|符合)|须(具备|满足|符合)|符合.{0,10}(条件|标准)的)/

/** “目前”, “已建成”: a state of affairs, unless the sentence looks forward. */
export const PAST =
  /((?<!由|从|比|较)目前|截至|截止|现有|现已|已经|已有|已建|已达|已累|已形成|已成|已培育|已认定|已入|近年来|(?<!比|较)去年|(?<!比|较)上年|以来|显著成效|明显成效|迈上新台阶|位居|连续.{1,3}年|十三五[”"]?(时期|期间|末|以来)|过去|一年来)/
/** “至2024年已辅导业者860家”, “全市共有高企2600家”: what is there already, in whatever sentence. */
export const REACHED_ALREADY =
  /(?<![早而不])已(?:经|累计|先后|基本)?(?!知|婚|故|购)[^的,;。]{1,16}\d|我[省市县区州国](?:现)?拥有[^,;。]{0,24}\d|(?<![力拟争能])共(?:有|投入|接待|拥有)[^,;。]{0,24}\d/

/** “据测算,全球市场规模将达到1.5万亿美元”: what others expect is no aim of the plan. */
export const FORECAST = /^据(?!此)[^,;]{0,16}(?:测算|预测|估算|统计|分析)/

/** Titles of statistics, reports and interviews: they tell what was reached, and only in passing what is aimed at. */
export const REPORTS = /公报|统计|解读|综述|快报|总结|成效|回顾|纪实|答记者问|发布会/

/** “比上年增长6.2%”: statistics compare so, to a tenth; an aim is round or has 以上, 左右 or another word of aims beside it. */
export const COMPARED = /(?:(?:比|较)上年|同比)[^,;。\d]{0,8}\d+\.\d|按可比价格/
export const AIMED = /以上|左右|以内|不低于|不少于|不超过|力争|争取|目标|计划|预期|确保|要(?!素|点)/

export const FORWARD = /(力争|争取|努力|确保|目标|预期|将达|到20\d\d年|20\d\d年底|20\d\d年前|未来|今后)/

/** Sections that look back: figures in them are baselines. */
export const LOOKING_BACK =
  /((发展|工作|现实|产业|建设|规划|创新)(基础|环境|背景|形势|现状)|基础与|基础和|现状|成效|成就|回顾|形势|背景|存在问题|机遇|挑战|起草说明|编制说明|缘起|缘由)/
