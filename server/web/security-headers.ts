type Setting = {
  nonce: string;
  secure: boolean;
  development: boolean;
  /** Whether search engines may keep this answer; hardly any says so. */
  openToSearch?: boolean;
  /** Whether the address of the answer is a secret. */
  secretAddress?: boolean;
};

/** What every answer tells the browser it may do with it. */
export function securityHeaders({
  nonce,
  secure,
  development,
  openToSearch = false,
  secretAddress = false,
}: Setting): Record<string, string> {
  return {
    "Content-Security-Policy": contentPolicy({ nonce, secure, development }),
    // Where somebody is their own page may ask, to say how far help is; it tells nobody.
    "Permissions-Policy": [...closed.map((feature) => `${feature}=()`), "geolocation=(self)"].join(", "),
    // Not "no-referrer": a form without JavaScript would then send "Origin: null" and be refused as another site's.
    "Referrer-Policy": secretAddress ? "strict-origin" : "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    ...(openToSearch ? {} : { "X-Robots-Tag": "noindex" }),
    ...(secure ? { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" } : {}),
  };
}

/** What no page of ours asks of a device, nor may anything that stands in one. */
const closed = [
  ...["accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media"],
  ...["fullscreen", "gamepad", "gyroscope", "hid", "identity-credentials-get", "idle-detection", "local-fonts"],
  ...["magnetometer", "microphone", "midi", "otp-credentials", "payment", "picture-in-picture"],
  ...["publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock", "serial", "storage-access"],
  ...["usb", "window-management", "xr-spatial-tracking"],
];

function contentPolicy({ nonce, secure, development }: Pick<Setting, "nonce" | "secure" | "development">): string {
  const directives = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}'`,
    "style-src": development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    "img-src": "'self' data:",
    "font-src": "'self'",
    "frame-src": "'none'",
    "media-src": "'none'",
    "worker-src": "'self'",
    "connect-src": development ? "'self' ws:" : "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "form-action": "'self'",
    ...(secure ? { "upgrade-insecure-requests": "" } : {}),
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join("; ");
}
