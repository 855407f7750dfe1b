/** What the HTTP side refuses before a room is asked. */
import { kind } from '../../kernel/index.ts'

// biome-ignore format: a table
export const serverProblems = {
  notSignedIn:    kind<object>(                    'server.not_signed_in',    401, () => '还没有登录，或登录已失效，请重新登录。'),
  mustChange:     kind<object>(                    'server.must_change',      403, () => '请先修改初始密码。'),
  mustAddSecondFactor: kind<object>(               'server.must_add_second_factor', 403, () => '您的角色须使用动态验证码。请先在“我的账号”里启用，再继续。'),
  notPermitted:   kind<{ permission: string }>(    'server.not_permitted',    403, (d) => `您的角色没有“${d.permission}”的权限，请联系本地管理员。`),
  crossSite:      kind<object>(                    'server.cross_site',       403, () => '这个请求不是从本系统的页面发出的，已拒绝。'),
  badInput:       kind<{ found: string[] }>(       'server.bad_input',        422, (d) => `填写的内容有误：${d.found.join('；')}`),
  badRequest:     kind<{ reason: string }>(        'server.bad_request',      400, (d) => `请求的格式不对：${d.reason}`),
  unknownAddress: kind<object>(                    'server.unknown_address',  404, () => '没有这个地址。'),
  tooLarge:       kind<{ limit: string }>(         'server.too_large',        413, (d) => `内容太大，一次最多 ${d.limit}。`),
  tooMany:        kind<{ seconds: number }>(       'server.too_many',         429, (d) => `操作太频繁，请 ${d.seconds} 秒后再试。`),
  keyReused:      kind<object>(                    'server.key_reused',       422, () => '同一个请求编号用在了不同的内容上，请刷新页面后重做。'),
  shownOnce:      kind<object>(                    'server.shown_once',       409, () => '这一步已经做过，其中的密码只显示一次。如果没有记下，请重置。'),
  bug:            kind<{ requestId: string }>(     'server.bug',              500, (d) => `程序内部错误，这一步没有完成，数据没有改变。请把编号 ${d.requestId} 告诉系统管理员。`),
  portTaken:      kind<{ port: number }>(          'server.port_taken',       503, (d) => `端口 ${d.port} 已被占用，请停止占用它的程序，或用 PORT 指定别的端口。`),
  notReady:       kind<{ reason: string }>(        'server.not_ready',        503, (d) => `系统还没有准备好：${d.reason}`),
  badPublicUrl:   kind<{ found: string }>(         'server.bad_public_url',   422, (d) => `XIANJIE_PUBLIC_URL 写的“${d.found}”不是群众手机能打开的网址，应当像 https://fpfx.example.gov.cn 这样，不带 ? 和 #。请改正后再启动。`),
  policyFaults:   kind<{ faults: readonly string[] }>('server.policy_faults', 422, (d) => `政策文件有误，不能启动：\n${d.faults.join('\n')}`),
}
