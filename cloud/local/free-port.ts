import net from 'node:net'

/** A setting that cannot be meant; the message says which and what it may be. */
class SettingRefused extends Error {}

export function wantedPort(env: NodeJS.ProcessEnv, name: string, usual: number): number {
  const text = env[name]
  if (text === undefined) return usual
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new SettingRefused(
      `${name} must be a port between 0 and 65535 (0: any free one), not ${JSON.stringify(text)}.`,
    )
  return Number(text)
}

/** The wanted port when it is free on loopback, else one of the next 20, else any; 0 asks for any. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; wanted > 0 && port <= wanted + 20; port++) {
    if (await isFree(port)) return port
  }
  return listenOnce(0)
}

async function isFree(port: number): Promise<boolean> {
  try {
    await listenOnce(port)
    return true
  } catch {
    return false
  }
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const { port: got } = server.address() as net.AddressInfo
      server.close(() => resolve(got))
    })
  })
}
