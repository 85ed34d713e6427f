import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Controller, Header, Param, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { AppError } from './app-error.ts'
import { Infrastructure } from './infrastructure.ts'
import { openApiDocument } from './openapi.ts'

const distribution = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <title>守温 Shouwen API</title>
  <link rel="stylesheet" href="/docs/swagger-ui.css" />
  <div id="ui"></div>
  <script src="/docs/swagger-ui-bundle.js"></script>
  <script src="/docs/start.js"></script>
</html>
`
const START = "SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#ui', deepLinking: true, validatorUrl: null })\n"

const FILES: Readonly<Record<string, { readonly type: string; readonly content: () => Promise<Buffer> | string }>> = {
  'start.js': { type: 'text/javascript', content: () => START },
  'swagger-ui-bundle.js': { type: 'text/javascript', content: () => fromDistribution('swagger-ui-bundle.js') },
  'swagger-ui.css': { type: 'text/css', content: () => fromDistribution('swagger-ui.css') },
}

const fromDistribution = (file: string): Promise<Buffer> => readFile(path.join(distribution, file))

/** Everything the page loads comes from here; its one looseness is the styles Swagger UI writes into elements. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

@Controller()
export class DocsController {
  private readonly document = openApiDocument()

  @Infrastructure('/api/openapi.json')
  contract(): object {
    return this.document
  }

  @Infrastructure('/docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', PAGE_POLICY)
  page(): string {
    return PAGE
  }

  @Infrastructure('/docs/:file')
  async file(@Param('file') name: string, @Res() reply: FastifyReply): Promise<void> {
    const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined
    if (!file) throw new AppError('not_found')
    await reply.type(`${file.type}; charset=utf-8`).send(await file.content())
  }
}
