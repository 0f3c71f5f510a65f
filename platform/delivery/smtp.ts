import { type Channel, forbiddenIn, hasControls, type OutwardMessage, quotable, type Sent } from './channel.ts'

/** How mail leaves the house. */
export interface SmtpSettings {
  readonly host: string
  readonly port: number
  /** `tls` from the first byte (465), `starttls` or nothing (587, 25), `none`: a relay on the same closed network. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user?: string | undefined
  readonly from: string
  readonly fromName?: string | undefined
  /** The certificate of the authority that signed the server's, as PEM, where it is the network's own. */
  readonly authority?: string | undefined
}

const CONNECT_MS = 10_000
const ANSWER_MS = 30_000
const CONNECTIONS = 3

/** Mail by SMTP (RFC 5321), over TLS unless the settings say otherwise; connections are kept until `close`. */
export function smtpChannel(name: string, settings: SmtpSettings, password: string | undefined): Channel {
  let opened: ReturnType<typeof openTransport> | undefined
  return {
    name,
    close: () =>
      void opened?.then(
        (transport) => transport.close(),
        () => {},
      ),
    async send(message) {
      const fault = forbiddenIn(message)
      if (fault) return { outcome: 'refused', reason: fault }
      try {
        const transport = await (opened ??= openTransport(settings, password))
        const { messageId } = await transport.sendMail(mailOf(settings, message))
        return { outcome: 'accepted', receipt: messageId }
      } catch (error) {
        return judged(error)
      }
    },
  }
}

/** The library is loaded with the first mail: many installations have none to send. */
async function openTransport({ host, port, security, user, authority }: SmtpSettings, password: string | undefined) {
  const { createTransport } = await import('nodemailer')
  return createTransport({
    pool: true,
    maxConnections: CONNECTIONS,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    ...(authority !== undefined && { tls: { ca: authority } }),
  })
}

/** Plain text, marked as made by a machine so that nobody's out-of-office note comes back (RFC 3834). */
function mailOf({ from, fromName = '' }: SmtpSettings, { id, to, subject, text, at }: OutwardMessage) {
  return {
    from: { name: hasControls(fromName) ? '' : fromName, address: from },
    to: { name: '', address: to },
    subject,
    text,
    date: at,
    messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

// Node and OpenSSL tell a certificate they do not take in words; nodemailer puts its own code over theirs.
const CERTIFICATE = /certificate|altnames/i

/** 5yz is for good (RFC 5321 4.2.1), except what is the administrator's to mend: a wrong password, TLS that is not there; all else may pass. */
function judged(error: unknown): Sent {
  const { responseCode, code, message } = error as { readonly responseCode?: number; readonly code?: string; readonly message: string } // nodemailer's own errors
  const said = quotable(message)
  if (code === 'EAUTH')
    return { outcome: 'again', reason: { zh: `邮件服务器不接受登录：${said}`, en: `the mail server refuses the sign-in: ${said}` } }
  if (CERTIFICATE.test(message))
    return {
      outcome: 'again',
      reason: {
        zh: `邮件服务器的证书不受信任：${said}；内网自建证书的，请在渠道的连接设置中填入签发机构的证书，并核对服务器名称`,
        en: `the certificate of the mail server is not trusted: ${said}; where it is the network’s own, put the certificate of its authority into the settings of the channel, and look at the name of the server`,
      },
    }
  if (code === 'ETLS')
    return {
      outcome: 'again',
      reason: { zh: `邮件服务器不能加密传输：${said}`, en: `the mail server cannot be spoken to over TLS: ${said}` },
    }
  if (responseCode !== undefined && responseCode >= 500)
    return { outcome: 'refused', reason: { zh: `邮件服务器拒收：${said}`, en: `the mail server refuses the mail: ${said}` } }
  if (responseCode !== undefined && responseCode >= 400)
    return { outcome: 'again', reason: { zh: `邮件服务器暂不接收：${said}`, en: `the mail server asks to wait: ${said}` } }
  if (code === 'EENVELOPE' || code === 'EMESSAGE')
    return { outcome: 'refused', reason: { zh: `邮件无法发出：${said}`, en: `the mail cannot be sent: ${said}` } }
  return { outcome: 'again', reason: { zh: `连不上邮件服务器：${said}`, en: `the mail server cannot be reached: ${said}` } }
}
