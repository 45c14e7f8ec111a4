import { useEffect, useRef, useState } from 'react';
import { Button } from '#platform/ui/button.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { paperTexts } from '../../paper.text.ts';
import { createQrReader, pixelsOf } from './read-qr.ts';

const EVERY_MS = 250;

/** Reads the code from the camera, or from a photograph where the browser gives no camera. */
export const CodeScanner = ({ onRead }: { readonly onRead: (text: string) => void }) => {
  const t = useText(paperTexts);
  const [looking, setLooking] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const isSecure = globalThis.isSecureContext && 'mediaDevices' in navigator;
  return (
    <div className="paper-camera">
      {looking ? (
        <Camera
          onRead={(text) => {
            setLooking(false);
            onRead(text);
          }}
          onRefused={() => {
            setLooking(false);
            setWrong(t('paper.check.camera.refused'));
          }}
        />
      ) : null}
      <p className="ui-row">
        {isSecure && (
          <Button onClick={() => setLooking(!looking)}>
            {t(looking ? 'paper.check.camera.stop' : 'paper.check.camera')}
          </Button>
        )}
        <Photo onRead={onRead} onNone={() => setWrong(t('paper.check.photo.none'))} />
      </p>
      {!isSecure && <p className="ui-soft">{t('paper.check.camera.insecure')}</p>}
      {wrong !== null && (
        <p className="ui-wrong" role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
};

const Camera = (props: { readonly onRead: (text: string) => void; readonly onRefused: () => void }) => {
  const t = useText(paperTexts);
  const video = useRef<HTMLVideoElement>(null);
  const handlers = useRef(props);
  handlers.current = props;
  useEffect(() => {
    let stream: MediaStream | null = null;
    let timer = 0;
    let left = false;
    const look = async () => {
      const reader = await createQrReader();
      const asked = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      stream = asked;
      const shown = video.current;
      if (left || !shown) {
        for (const track of asked.getTracks()) track.stop();
        return;
      }
      shown.srcObject = asked;
      await shown.play();
      const next = async () => {
        const pixels = shown.videoWidth > 0 ? pixelsOf(shown, shown.videoWidth, shown.videoHeight) : null;
        const text = pixels && (await reader(pixels));
        if (left) return;
        if (text) handlers.current.onRead(text);
        else timer = window.setTimeout(() => void next(), EVERY_MS);
      };
      await next();
    };
    look().catch(() => {
      if (!left) handlers.current.onRefused();
    });
    return () => {
      left = true;
      clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, []);
  return (
    <>
      <video ref={video} muted playsInline aria-label={t('paper.check.camera')} />
      <p className="ui-soft">{t('paper.check.camera.looking')}</p>
    </>
  );
};

const Photo = (props: { readonly onRead: (text: string) => void; readonly onNone: () => void }) => {
  const t = useText(paperTexts);
  const input = useRef<HTMLInputElement>(null);
  const handleFile = async (file: File | undefined) => {
    if (!file) return;
    const picture = await createImageBitmap(file).catch(() => null);
    const pixels = picture && pixelsOf(picture, picture.width, picture.height);
    const text = pixels && (await (await createQrReader())(pixels));
    if (text) props.onRead(text);
    else props.onNone();
  };
  return (
    <>
      <Button onClick={() => input.current?.click()}>{t('paper.check.photo')}</Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={t('paper.check.photo')}
        onChange={(event) => void handleFile(event.target.files?.[0])}
      />
    </>
  );
};
