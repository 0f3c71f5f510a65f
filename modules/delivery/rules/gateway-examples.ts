import type { GatewayExample } from '#contract/delivery.ts'

const UNCHECKED = {
  zh: '待核实：按公开说明编写，未在真实平台上验证；请对照贵单位平台的接口文档修改后再启用。',
  en: 'To be checked: written from public descriptions, not tried on the real platform; compare with its documents before use.',
}

/** Beginnings for the settings of a gateway. None is in use until somebody adopts it. */
export const GATEWAY_EXAMPLES: readonly GatewayExample[] = [
  {
    key: 'sms',
    title: { zh: '短信平台（通用，签名在请求头）', en: 'SMS platform (general, signature in headers)' },
    note: UNCHECKED,
    settings: {
      transport: 'gateway',
      url: 'https://sms.example.cn/api/send',
      method: 'POST',
      headers: { 'X-App-Id': '{token}', 'X-Timestamp': '{timestamp}', 'X-Signature': '{signature}' },
      body: { mobiles: ['{to}'], content: '{text}', requestId: '{id}' },
      signature: { signs: '{timestamp}\n{body}', encoding: 'hex', unit: 's' },
      accepted: { pointer: '/code', oneOf: [0] },
      receiptPointer: '/msgid',
      receipts: { list: '/reports', id: '/msgid', state: '/status', delivered: ['DELIVRD'] },
    },
  },
  {
    key: 'wecom-robot',
    title: { zh: '企业微信群机器人', en: 'WeCom group robot' },
    note: UNCHECKED,
    settings: {
      transport: 'gateway',
      url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={token}',
      method: 'POST',
      headers: {},
      body: { msgtype: 'text', text: { content: '{text}', mentioned_mobile_list: ['{to}'] } },
      accepted: { pointer: '/errcode', oneOf: [0] },
      again: { pointer: '/errcode', oneOf: [-1, 45009] },
    },
  },
  {
    key: 'dingtalk-robot',
    title: { zh: '钉钉群机器人（加签）', en: 'DingTalk group robot (signed)' },
    note: UNCHECKED,
    settings: {
      transport: 'gateway',
      url: 'https://oapi.dingtalk.com/robot/send?access_token={token}&timestamp={timestamp}&sign={signature}',
      method: 'POST',
      headers: {},
      body: { msgtype: 'text', text: { content: '{text}' }, at: { atMobiles: ['{to}'] } },
      signature: { signs: '{timestamp}\n{signKey}', encoding: 'base64', unit: 'ms' },
      accepted: { pointer: '/errcode', oneOf: [0] },
      again: { pointer: '/errcode', oneOf: [-1] },
    },
  },
]
