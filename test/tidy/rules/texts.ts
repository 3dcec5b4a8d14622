/**
 * Words that may stand in no file: promises, this or that machine, and addresses that a page would load from outside.
 * This folder is exempt, since it must name what it bans.
 */
import { banned, only, type Rule, withoutComments } from './rule.ts'

const everywhereElse = (rule: Rule) => only(/^(?!test\/tidy\/)/, rule)

export const promises = everywhereElse(
  banned(/\b(?:TODO|FIXME|HACK|XXX)\b/g, (found) => `promises for later: ${found}`),
)

export const machines = everywhereElse(
  banned(
    /(?<![\w.@:/-])\/(?:work|root|home\/[a-z]+|Users\/[A-Za-z]+)\//g,
    (found) => `is a path on somebody's machine: ${found}`,
  ),
)

const packageHosts =
  /\b(?:registry|npm|packages)\.[a-z0-9-]+\.(?:com|org|net|io|dev|cn|vn|local|internal)\b|\b(?:npmmirror|artifactory|jfrog|verdaccio)\b/gi

export const registryHosts = everywhereElse(
  banned(packageHosts, (found) => `names where packages are downloaded from: ${found}`),
)

const address = banned(
  /(?:https?:)?\/\/(?=[a-z0-9-]+\.[a-z])(?!www\.w3\.org\/)[^\s'"`<>]+/gi,
  (found) => `a page loads nothing from outside: ${found}`,
)

/** A venue may have no Internet. XML namespaces are names, not addresses. */
export const noOutsideAddress = only(
  /^(?:judge-client|mc-console|display|verifier)\/(?!vite\.config)|^shared\/src\/(?:link|look)\//,
  (path, text) => address(path, withoutComments(text)),
)
