# SPDX-License-Identifier: Apache-2.0
# What differs in WebAssembly: flags for size, and the folder of files that a browser loads.

include(XpWasmFlags)
add_link_options(
  # Without eval(): the page's content security policy forbids it.
  -sDYNAMIC_EXECUTION=0
  -sENVIRONMENT=web
  -sINITIAL_MEMORY=64MB -sMAXIMUM_MEMORY=2GB)

set(XP_HAN_FONT "/usr/share/fonts-droid-fallback/truetype/DroidSansFallback.ttf" CACHE FILEPATH
    "A font for Chinese and Japanese text, which pages fetch in slices once they need it")

# xp_wasm_bundle(target): `bundle/` in the build folder, with hashed names and compressed forms, from packaging/wasm/page.
function(xp_wasm_bundle target)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  set(bundle "${PROJECT_BINARY_DIR}/bundle")
  add_custom_command(OUTPUT "${bundle}/index.html"
    COMMAND "${Python3_EXECUTABLE}" "${PROJECT_SOURCE_DIR}/packaging/wasm/bundle.py"
            --program "$<TARGET_FILE_DIR:${target}>/${target}" --page "${PROJECT_SOURCE_DIR}/packaging/wasm/page"
            --icon "${PROJECT_SOURCE_DIR}/resources/icons/xp-studio.svg" --output "${bundle}"
            --han-font "${XP_HAN_FONT}"
    DEPENDS ${target} "${PROJECT_SOURCE_DIR}/packaging/wasm/bundle.py"
            "${PROJECT_SOURCE_DIR}/packaging/wasm/fontslices.py" "${PROJECT_SOURCE_DIR}/packaging/wasm/page/index.html"
            "${PROJECT_SOURCE_DIR}/packaging/wasm/page/loader.js" "${PROJECT_SOURCE_DIR}/packaging/wasm/page/fonts.js"
            "${PROJECT_SOURCE_DIR}/packaging/wasm/page/words.js"
    VERBATIM)
  add_custom_target(xp_wasm_bundle ALL DEPENDS "${bundle}/index.html")
endfunction()
