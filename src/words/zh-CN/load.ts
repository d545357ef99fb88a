import { catalogue } from '../catalogue.ts';

/** How a load was sent, what became of it, and HTTP/1.1 beside HTTP/2. */
export const load = catalogue({
  Load: '负载',
  'Sent by {engine} ({how}) over {lanes}: {fate}.': '由 {engine} 发送（{how}），{lanes}：{fate}。',
  'The generator used {used}.': '负载发生器消耗 {used}。',
  'closed loop': '闭环',
  'open loop': '开环',
  '{n} connection': '{n} 个连接',
  '{n} connections': '{n} 个连接',
  '{connections} of {n} streams': '{connections}，每连接 {n} 个流',
  '{sent} of {asked} asked': '实际 {sent}，目标 {asked}',
  'late by {ms} at p99': 'p99 滞后 {ms}',
  '{n} requests, all answered as expected': '{n} 个请求，全部得到预期响应',
  '{n} requests, {answered} answered': '{n} 个请求，{answered} 个得到响应',
  '{n} with another status': '{n} 个状态码不符',
  '{n} timed out': '{n} 个超时',
  '{n} dropped without a free connection': '{n} 个因没有空闲连接被丢弃',
  '{n} reset': '{n} 个被重置',
  '{n} refused or closed': '{n} 个被拒绝或关闭',
  '{n} lost': '{n} 个丢失',
  'HTTP/1.1 and HTTP/2': 'HTTP/1.1 与 HTTP/2',
  Protocol: '协议',
  Connections: '连接数',
  Streams: '流数',
  'CPU/request': 'CPU/请求',
  'Kernel/conn.': '内核/连接',
  'Heap/conn.': '堆/连接',
  'Goroutines/conn.': 'goroutine/连接',
  'As many requests are in flight in every row. Kernel: bytes in the socket’s buffers under load. Heap and goroutines: of a connection at rest that has answered one request.':
    '每一行的并发请求数相同。内核：负载下套接字缓冲区的字节数。堆与 goroutine：应答过一个请求后处于空闲状态的连接。',
});
