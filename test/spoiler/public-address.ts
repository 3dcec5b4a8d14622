/** What a public address answers to anyone, as text: status, headers in their order, body. */
import { type Agent, type IncomingMessage, request } from 'node:http'

export async function readPublic(port: number, agent: Agent, path: string): Promise<string> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, agent }, resolve)
    asked.on('error', reject)
    asked.end()
  })
  let body = ''
  for await (const chunk of response) body += String(chunk)
  const status = `${path} ${response.statusCode}`
  if (path === '/metrics') return `${status}\n\n${ownFigures(body)}`
  return `${status}\n${headers(response).join('\n')}\n\n${body}`
}

/** All but the library's own date, which is on the machine's clock. */
function headers({ rawHeaders }: IncomingMessage): string[] {
  const pairs = rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}`] : []))
  return pairs.filter((pair) => !pair.startsWith('Date: '))
}

/** Figures about the process (seconds, bytes), and the length that they have, are never twice the same. */
function ownFigures(body: string): string {
  const lines = body.split('\n').filter((line) => line.startsWith('bang_diem_'))
  return lines.join('\n')
}
