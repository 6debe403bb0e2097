<?php
/**
 * Written by deploy/wordpress/build.mjs from the directory; do not edit.
 *
 * @package Signpost
 */

defined( 'ABSPATH' ) || exit;

return array(
	array( 'name' => '999 emergency services', 'number' => '999' ),
	array( 'name' => 'Childline', 'number' => '0800 1111' ),
	array( 'name' => 'NSPCC Helpline', 'number' => '0808 800 5000' ),
	array( 'name' => 'Samaritans', 'number' => '116 123' ),
);
