#!/usr/bin/env bash
# Tries the plugin in a real WordPress on this machine, all of it in a folder that goes afterwards.
# Needs Debian's packages: wordpress wordpress-theme-twentytwentythree mariadb-server php-cli php-mysql chromium; and: cd widget && npm ci
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
port=${PORT:-8099}
pids=()
finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait || true
  rm -rf "$work"
}
trap finish EXIT

node "$here/build.mjs" --check
(cd "$here/../../widget" && node build.js)

mkdir "$work/data"
chmod 755 "$work"
[ "$(id -u)" = 0 ] && chown mysql "$work/data" && as=--user=mysql || as=
mariadb-install-db $as --datadir="$work/data" --auth-root-authentication-method=normal >/dev/null
mariadbd $as --datadir="$work/data" --socket="$work/data/socket" --pid-file="$work/data/pid" --skip-networking >"$work/db.log" 2>&1 &
pids+=($!)
for _ in $(seq 50); do [ -S "$work/data/socket" ] && break; sleep 0.2; done
mariadb --socket="$work/data/socket" -u root -e "CREATE DATABASE wp"

cp -rL /usr/share/wordpress "$work/site" 2>/dev/null || true
mkdir -p "$work/site/wp-content/plugins" "$work/site/wp-content/themes"
cp -rL /var/lib/wordpress/wp-content/themes/. "$work/site/wp-content/themes/" 2>/dev/null || true
cp -r "$here/signpost" "$work/site/wp-content/plugins/"
cat >"$work/site/wp-config.php" <<PHP
<?php
define( 'DB_NAME', 'wp' ); define( 'DB_USER', 'root' ); define( 'DB_PASSWORD', '' ); define( 'DB_HOST', 'localhost:$work/data/socket' );
define( 'DB_CHARSET', 'utf8mb4' ); define( 'DB_COLLATE', '' ); define( 'WP_DEBUG', true ); define( 'WP_DEBUG_DISPLAY', true );
define( 'WP_HTTP_BLOCK_EXTERNAL', true ); define( 'DISABLE_WP_CRON', true ); define( 'AUTOMATIC_UPDATER_DISABLED', true );
\$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) { define( 'ABSPATH', __DIR__ . '/' ); }
require_once ABSPATH . 'wp-settings.php';
PHP
php -d sendmail_path=/bin/true -S "127.0.0.1:$port" -t "$work/site" >"$work/php.log" 2>&1 &
pids+=($!)
for _ in $(seq 50); do php -r "exit(@fsockopen('127.0.0.1', $port) ? 0 : 1);" && break; sleep 0.2; done
WORDPRESS="http://127.0.0.1:$port" node "$here/try.mjs" || { tail -20 "$work/php.log"; exit 1; }
