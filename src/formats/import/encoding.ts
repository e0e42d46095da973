export function decodeText(bytes: Uint8Array): { text: string | null; encoding: string; reason?: string } { return { text: new TextDecoder().decode(bytes), encoding: 'utf-8' }; }
